package dev.backonline.channel.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.SecretAddress;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.OnUnknown;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.NetworkContract;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnRequestTest extends NetworkContract {
    private static final RequestKind KIND = new RequestKind();
    private static final URI EXAMPLE = URI.create("https://service.example.org");
    private static final String BODY = """
            {"message": "{text}", "lang": "{language}", "kind": "{says}/{status}", "from": "{page}", "link": "{url}",
             "thread": "{incident}", "about": "{services}", "at": "{time}", "id": "{key}"}""";
    private static final String WITH_SECRET = "{\"message\": \"{text}\", \"token\": \"{own-token}\"}";

    private static RequestSettings settings(
            URI server, String body, Optional<String> expect, Optional<String> keyHeader) {
        return new RequestSettings(
                new SecretAddress(server.resolve("/messages/" + TOKEN)),
                RequestSettings.Method.POST,
                Map.of("Authorization", new Secret("Bearer header-" + TOKEN)),
                body,
                Map.of("own-token", new Secret("s3cr3t-\"quoted\"")),
                Successes.parse("200, 201-204"),
                expect,
                keyHeader,
                10_000,
                OnUnknown.HOLD);
    }

    private static RequestSettings settings(URI server) {
        return settings(server, BODY, Optional.empty(), Optional.empty());
    }

    private Outcome answered(RequestSettings settings, Reply reply) {
        server().script(_ -> reply);
        var channel = KIND.create(settings, Outfit.of(wire()));
        return channel.send(Posts.frozen(channel, Posts.saying("Text")), Posts.AT);
    }

    @Test
    void a_header_of_a_scheme_alone_is_no_failure_of_ours() {
        var settings = settings(server().address());
        var bare = new RequestSettings(
                settings.url(),
                settings.method(),
                Map.of("Authorization", new Secret("Bearer ")),
                settings.body(),
                settings.secrets(),
                settings.success(),
                settings.expect(),
                settings.keyHeader(),
                settings.limit(),
                settings.onUnknown());

        assertThat(answered(bare, Reply.of(401, ""))).isInstanceOf(Outcome.AuthInvalid.class);
    }

    @Override
    protected String type() {
        return "http";
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(settings(EXAMPLE));
    }

    @Override
    protected Channel channel(URI server, Wire wire) {
        return KIND.create(settings(server), Outfit.of(wire));
    }

    @Override
    protected Reply yes() {
        return Reply.of(204, "");
    }

    /** What the operator calls a success is one. */
    @Override
    protected Class<? extends Outcome> unreadableYes() {
        return Outcome.AcceptedNoId.class;
    }

    @Override
    protected String echo() {
        return server().address() + "/messages/" + TOKEN + " Bearer header-" + TOKEN + " " + TOKEN;
    }

    private Channel withSecret() {
        return KIND.create(
                settings(server().address(), WITH_SECRET, Optional.empty(), Optional.empty()), Outfit.of(wire()));
    }

    @Test
    void a_secret_of_the_body_is_in_what_is_sent_and_nowhere_else() {
        var frozen = Posts.frozen(withSecret(), Posts.saying("Text"));

        withSecret().send(frozen, Posts.AT);

        assertThat(frozen.body()).doesNotContain("s3cr3t");
        assertThat(server().last().body()).contains("\"token\": \"s3cr3t-\\\"quoted\\\"\"");
    }

    @Test
    void a_secret_of_the_body_is_in_no_outcome() {
        server().script(_ -> Reply.of(400, "{\"error\":\"you sent s3cr3t-\\\"quoted\\\"\"}"));

        var outcome = withSecret().send(Posts.frozen(withSecret(), Posts.saying("Text")), Posts.AT);

        assertThat(outcome.toString()).contains("you sent ***").doesNotContain("s3cr3t");
    }

    @Test
    void a_text_that_names_a_secret_does_not_get_it() {
        var post = Posts.saying("Give me {own-token}, \uFDD0{own-token} or {text}.");

        withSecret().send(Posts.frozen(withSecret(), post), Posts.AT);

        assertThat(server().last().body())
                .contains("\"message\": \"Give me {own-token}, {own-token} or {text}.\"")
                .containsOnlyOnce("s3cr3t");
    }

    @Test
    void without_a_header_for_repeats_nobody_can_tell() {
        assertThat(send(Posts.saying("Text"))).isEqualTo(new Outcome.AcceptedNoId());
        assertThat(capabilities().repeat()).isEqualTo(new Repeat.Blind(OnUnknown.HOLD));
    }

    @Test
    void with_a_header_for_repeats_a_post_may_be_sent_again() {
        var settings = settings(server().address(), BODY, Optional.empty(), Optional.of("Idempotency-Key"));

        var outcome = answered(settings, Reply.of(200, ""));

        assertThat(outcome).isEqualTo(new Outcome.Delivered(new Posted("key-problem", Optional.empty())));
        assertThat(server().last().header("idempotency-key")).contains("key-problem");
        assertThat(KIND.capabilities(settings).repeat()).isEqualTo(new Repeat.Same());
    }

    @ParameterizedTest
    @CsvSource({"200, AcceptedNoId", "203, AcceptedNoId", "205, Unknown", "302, Rejected", "404, TargetGone"})
    void what_is_a_success_the_operator_says(int status, String outcome) {
        assertThat(answered(Reply.of(status, "")).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void a_no_that_looks_like_a_yes_is_none() {
        var settings = settings(server().address(), BODY, Optional.of("\"ok\":true"), Optional.empty());

        assertThat(answered(settings, Reply.of(200, "{\"ok\":true}"))).isEqualTo(new Outcome.AcceptedNoId());
        assertThat(answered(settings, Reply.of(200, "{\"ok\":false,\"error\":\"no such room\"}")))
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class,
                        unknown -> assertThat(unknown.reason()).contains("no such room"));
    }

    @Test
    void the_limit_is_the_operators_and_counts_code_points() {
        assertThat(capabilities().limit().most()).isEqualTo(10_000);
        assertThat(capabilities().limit().measure().of("😀a")).isEqualTo(2);
    }
}
