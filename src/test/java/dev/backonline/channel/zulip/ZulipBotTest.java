package dev.backonline.channel.zulip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.NetworkContract;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.Probe;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.check.Wire;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZulipBotTest extends NetworkContract {
    private static final ZulipKind KIND = new ZulipKind();
    private static final URI EXAMPLE = URI.create("https://zulip.example.org");

    static Channel bot(URI server, Wire wire) {
        return KIND.create(settings(server, FakeZulip.BOT, "status"), Outfit.of(wire));
    }

    private static ZulipSettings settings(URI server, String email, String channel) {
        return new ZulipSettings(server, email, new Secret(TOKEN), channel);
    }

    @Override
    protected String type() {
        return "zulip";
    }

    @Override
    protected Posted parent() {
        return new Posted("41", Optional.empty());
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(settings(EXAMPLE, FakeZulip.BOT, "status"));
    }

    @Override
    protected Channel channel(URI server, Wire wire) {
        return bot(server, wire);
    }

    @Override
    protected Reply yes() {
        return Reply.of(200, "{\"result\":\"success\",\"msg\":\"\",\"id\":42}");
    }

    @Override
    protected String echo() {
        var pair = "%s:%s".formatted(FakeZulip.BOT, TOKEN).getBytes(StandardCharsets.UTF_8);
        return TOKEN + " " + Base64.getEncoder().encodeToString(pair);
    }

    @Test
    void a_yes_names_the_message() {
        assertThat(send(Posts.saying("Text"))).isEqualTo(new Outcome.Delivered(new Posted("42", Optional.empty())));
    }

    @Test
    void what_could_open_the_door_is_in_no_outcome() {
        var outcome = answered(Reply.of(400, "{\"result\":\"error\",\"msg\":\"no, %s\"}".formatted(echo())));

        assertThat(outcome.toString()).contains("no, *** ***").doesNotContain(echo().replaceFirst(".* ", ""));
    }

    private String topic(Saying saying) {
        send(Posts.of(saying, Optional.empty(), Posts.ITALIAN));
        var topic = server().last().body().replaceFirst(".*&topic=([^&]*).*", "$1");
        return URLDecoder.decode(topic, StandardCharsets.UTF_8);
    }

    @Test
    void all_posts_of_an_incident_have_its_topic() {
        assertThat(topic(Saying.PROBLEM)).isEqualTo("Messaggi · k3xw9b2m4q7z");
        assertThat(topic(Saying.RESOLVED)).isEqualTo("Messaggi · k3xw9b2m4q7z");
        assertThat(topic(Saying.STARTED)).isEqualTo("Aggiornamento · k3xw9b2m4q7z");
    }

    @ParameterizedTest
    @CsvSource({
        "400, STREAM_DOES_NOT_EXIST, TargetGone, check channel",
        "404, STREAM_DOES_NOT_EXIST, TargetGone, check channel",
        "401, INVALID_API_KEY, AuthInvalid, check email",
        "401, UNAUTHORIZED, AuthInvalid, check email",
        "403, REALM_DEACTIVATED, AuthInvalid, switched off",
        "400, BAD_REQUEST, Rejected, out of order",
        "429, RATE_LIMIT_HIT, Throttled, out of order",
        "500, INTERNAL_SERVER_ERROR, Unknown, out of order",
    })
    void its_own_error_codes_are_understood(int status, String code, String outcome, String words) {
        var body = "{\"result\":\"error\",\"msg\":\"out of order\",\"code\":\"%s\"}".formatted(code);

        var answer = answered(Reply.of(status, body));

        assertThat(answer.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(answer.toString()).contains(words);
    }

    @Test
    void a_bot_that_may_not_post_there_waits_for_a_person() {
        var outcome = answered(
                Reply.of(
                        400,
                        "{\"result\":\"error\",\"msg\":\"Not authorized to send to channel 'status'\",\"code\":\"BAD_REQUEST\"}"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.AuthInvalid.class,
                        refused -> assertThat(refused.fix()).contains("subscribe it"));
    }

    @Test
    void a_success_without_an_id_is_none() {
        assertThat(answered(Reply.of(200, "{\"result\":\"success\",\"msg\":\"\"}")))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "**a** _b_ ~~c~~ `d` | &#42;&#42;a&#42;&#42; &#95;b&#95; &#126;&#126;c&#126;&#126; &#96;d&#96;",
                "@**all** #**town** | &#64;&#42;&#42;all&#42;&#42; &#35;&#42;&#42;town&#42;&#42;",
                "[a](b) <time:x> $$e$$ | &#91;a&#93;(b) &#60;time:x&#62; &#36;&#36;e&#36;&#36;",
                "R&D &amp; &#42; | R&D &#38;amp; &#38;&#35;42;",
                ":fire: at 21:04 | &#58;fire: at 21:04",
                "# big - 1. | &#35; big - 1.",
                "- one | &#45; one",
                "1. one | 1&#46; one",
                "12) two | 12&#41; two",
                "/poll now? | &#47;poll now?",
                "see https://x.example/_a_ *b* | see https://x.example/_a_ &#42;b&#42;",
            })
    void markup_loses_its_meaning(String text, String escaped) {
        assertThat(ZulipText.escaped(text)).isEqualTo(escaped);
    }

    @Test
    void the_limit_counts_code_points_and_what_escaping_adds() {
        assertThat(capabilities().limit().measure().of("😀*")).isEqualTo(6);
    }

    @Test
    void a_post_in_doubt_is_looked_up() {
        assertThat(capabilities().repeat()).isEqualTo(new Repeat.LookUp());
    }

    @ParameterizedTest
    @CsvSource({
        "status-bot@zulip.example.org, status, 0",
        "status-bot@zulip.example.org, '#status', 1",
        "status-bot, status, 1",
        "a:b@zulip.example.org, '', 2",
    })
    void what_cannot_be_is_a_mistake(String email, String channel, int mistakes) {
        assertThat(KIND.mistakes(settings(EXAMPLE, email, channel)))
                .hasSize(mistakes)
                .allMatch(mistake -> mistake.contains("not '" + email) || mistake.contains("not '" + channel));
    }

    @Test
    void a_channel_that_the_bot_does_not_see_is_refused() {
        server().script(request -> request.target().endsWith("/users/me")
                ? Reply.of(200, "{\"result\":\"success\",\"full_name\":\"Status\"}")
                : Reply.of(400, "{\"result\":\"error\",\"msg\":\"Invalid channel name 'status'\"}"));

        var probe = channel(server().address(), wire()).probe(Posts.AT);

        assertThat(probe)
                .isInstanceOfSatisfying(
                        Probe.Refused.class,
                        refused -> assertThat(refused.fix()).contains("Invalid channel name"));
    }
}
