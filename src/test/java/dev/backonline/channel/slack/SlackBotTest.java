package dev.backonline.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Channel;
import dev.backonline.channel.EditContract;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.check.Wire;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackBotTest extends EditContract {
    private static final SlackKind KIND = new SlackKind();
    private static final Posted PARENT = new Posted("1795377840.000200 1795377800.000100", Optional.empty());

    static SlackSettings settings(URI server, String room, boolean broadcast) {
        return new SlackSettings(new Secret(TOKEN), room, server.resolve("/api"), broadcast);
    }

    static Channel bot(URI server, Wire wire) {
        return KIND.create(settings(server, "C0123456789", false), Outfit.of(wire));
    }

    @Override
    protected String type() {
        return "slack";
    }

    @Override
    protected Posted parent() {
        return PARENT;
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(settings(URI.create("https://slack.example.org"), "C0123456789", false));
    }

    @Override
    protected Channel channel(URI server, Wire wire) {
        return bot(server, wire);
    }

    @Override
    protected String edit() {
        return "POST /api/chat.update";
    }

    @Override
    protected Reply edited() {
        return Reply.of(200, "{\"ok\":true,\"channel\":\"C0123456789\",\"ts\":\"1795377840.000200\",\"text\":\"…\"}");
    }

    @Override
    protected Optional<Reply> gone() {
        return Optional.of(no("message_not_found"));
    }

    @Override
    protected Reply yes() {
        return Reply.of(200, "{\"ok\":true,\"channel\":\"C0123456789\",\"ts\":\"1795377845.000300\"}");
    }

    private static Reply no(String error) {
        return Reply.of(200, "{\"ok\":false,\"error\":\"%s\",\"needed\":\"chat:write\"}".formatted(error));
    }

    @Test
    void a_yes_names_the_message_by_its_time() {
        var outcome = send(Posts.saying("Text"));

        assertThat(outcome).isEqualTo(new Outcome.Delivered(new Posted("1795377845.000300", Optional.empty())));
    }

    @Test
    void a_reply_to_a_reply_belongs_to_the_threads_first_message() {
        var outcome = send(Posts.saying("Text", Optional.of(PARENT)));

        assertThat(server().last().body()).contains("\"thread_ts\":\"1795377800.000100\"");
        assertThat(outcome)
                .isEqualTo(new Outcome.Delivered(new Posted("1795377845.000300 1795377800.000100", Optional.empty())));
    }

    @Test
    void a_reply_to_the_first_message_belongs_to_it() {
        send(Posts.saying("Text", Optional.of(new Posted("1795377800.000100", Optional.empty()))));

        assertThat(server().last().body()).contains("\"thread_ts\":\"1795377800.000100\"");
    }

    @ParameterizedTest
    @CsvSource({"RESOLVED, true, true", "STILL, true, false", "RESOLVED, false, false"})
    void only_the_last_word_is_shown_in_the_room_as_well(Saying saying, boolean wanted, boolean shown) {
        var channel = KIND.create(settings(server().address(), "#status", wanted), Outfit.of(wire()));

        var body = channel.prepare(Posts.of(saying, Optional.of(PARENT), Posts.ENGLISH));

        assertThat(body.contains("\"reply_broadcast\":true")).isEqualTo(shown);
    }

    @Test
    void a_last_word_that_stands_alone_is_in_the_room_anyway() {
        var channel = KIND.create(settings(server().address(), "#status", true), Outfit.of(wire()));

        var body = channel.prepare(Posts.of(Saying.RESOLVED, Optional.empty(), Posts.ENGLISH));

        assertThat(body).doesNotContain("reply_broadcast", "thread_ts");
    }

    @ParameterizedTest
    @CsvSource({
        "ratelimited, Throttled",
        "internal_error, Unknown",
        "fatal_error, Unknown",
        "request_timeout, Unknown",
        "service_unavailable, Unknown",
        "invalid_auth, AuthInvalid",
        "not_authed, AuthInvalid",
        "account_inactive, AuthInvalid",
        "token_revoked, AuthInvalid",
        "token_expired, AuthInvalid",
        "missing_scope, AuthInvalid",
        "channel_not_found, TargetGone",
        "not_in_channel, TargetGone",
        "is_archived, TargetGone",
        "msg_too_long, Rejected",
        "no_text, Rejected",
        "thread_not_found, Rejected",
        "'', Rejected",
    })
    void a_no_comes_with_http_200(String error, String outcome) {
        assertThat(answered(no(error)).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread_not_found", "message_not_found"})
    void a_parent_that_is_gone_is_not_the_room(String error) {
        server().script(_ -> no(error));

        assertThat(send(Posts.saying("Text", Optional.of(PARENT)))).isInstanceOf(Outcome.ParentGone.class);
    }

    @Test
    void a_missing_scope_is_named() {
        assertThat(answered(no("missing_scope")).toString()).contains("the scope chat:write");
    }

    @Test
    void too_many_is_obeyed_where_slack_says_for_how_long() {
        var outcome = answered(no("ratelimited").with("retry-after", "12"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Throttled.class,
                        throttled -> assertThat(throttled.notBefore()).isEqualTo(Posts.AT.plusSeconds(12)));
    }

    @Test
    void the_limit_counts_what_escaping_adds() {
        assertThat(capabilities().limit().measure().of("a<b>&c")).isEqualTo("a&lt;b&gt;&amp;c".length());
    }

    @Test
    void it_is_looked_up_and_never_hurries() {
        assertThat(capabilities().repeat()).isEqualTo(new Capabilities.Repeat.LookUp());
        assertThat(capabilities().pace()).isEqualTo(new Capabilities.Pace(1, Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource({"C0123456789, 0", "status, 0", "#störung, 0", "two words, 1", "'', 1", "@someone, 1"})
    void a_room_that_cannot_be_is_a_mistake(String room, int mistakes) {
        var settings = settings(URI.create("https://slack.example.org"), room, false);

        assertThat(KIND.mistakes(settings)).hasSize(mistakes).allMatch(mistake -> mistake.contains("not '" + room));
    }
}
