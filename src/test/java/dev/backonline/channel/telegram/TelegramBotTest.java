package dev.backonline.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.OnUnknown;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.EditContract;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramBotTest extends EditContract {
    private static final TelegramKind KIND = new TelegramKind();
    private static final URI EXAMPLE = URI.create("https://telegram.example.org");

    private static TelegramSettings settings(URI server, String chat, Optional<String> topic) {
        return new TelegramSettings(new Secret("123456:" + TOKEN), chat, topic, server, OnUnknown.HOLD, false);
    }

    private Channel into(String chat, Optional<String> topic) {
        return KIND.create(settings(server().address(), chat, topic), Outfit.of(wire()));
    }

    @Override
    protected String type() {
        return "telegram";
    }

    @Override
    protected Posted parent() {
        return new Posted("41", Optional.empty());
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(settings(EXAMPLE, "@example_status", Optional.empty()));
    }

    @Override
    protected Channel channel(URI server, Wire wire) {
        return KIND.create(settings(server, "@example_status", Optional.empty()), Outfit.of(wire));
    }

    @Override
    protected String edit() {
        return "POST /bot123456:%s/editMessageText".formatted(TOKEN);
    }

    @Override
    protected Reply edited() {
        return Reply.of(200, "{\"ok\":true,\"result\":{\"message_id\":41}}");
    }

    @Override
    protected Optional<Reply> gone() {
        return Optional.of(Reply.of(400, "{\"ok\":false,\"description\":\"Bad Request: message to edit not found\"}"));
    }

    @Override
    protected Reply yes() {
        return Reply.of(200, "{\"ok\":true,\"result\":{\"message_id\":42,\"chat\":{\"id\":-1001234567890}}}");
    }

    /** The token is a part of the address: no bot is found there. */
    @Override
    protected Class<? extends Outcome> notFound() {
        return Outcome.AuthInvalid.class;
    }

    @Override
    protected String echo() {
        return server().address() + "/bot123456:" + TOKEN + "/sendMessage";
    }

    @Test
    void a_yes_names_the_message_and_where_everybody_finds_it() {
        var outcome = send(Posts.saying("Text"));

        var link = Optional.of(URI.create("https://t.me/example_status/42"));
        assertThat(outcome).isEqualTo(new Outcome.Delivered(new Posted("42", link)));
    }

    @Test
    void a_chat_without_a_public_name_has_no_public_address() {
        var channel = into("-1001234567890", Optional.empty());

        var outcome = channel.send(Posts.frozen(channel, Posts.saying("Text")), Posts.AT);

        assertThat(outcome).isEqualTo(new Outcome.Delivered(new Posted("42", Optional.empty())));
    }

    @Test
    void a_topic_is_a_place_of_its_own() {
        var channel = into("@example_status", Optional.of("7"));

        var outcome = channel.send(Posts.frozen(channel, Posts.saying("Text")), Posts.AT);

        assertThat(server().last().body()).contains("\"message_thread_id\":7");
        assertThat(outcome.toString()).contains("https://t.me/example_status/7/42");
    }

    @Test
    void a_reply_is_sent_even_if_its_parent_is_gone() {
        send(Posts.saying("Text", Optional.of(new Posted("41", Optional.empty()))));

        assertThat(server().last().body())
                .contains("\"reply_parameters\":{\"message_id\":41,\"allow_sending_without_reply\":true}");
    }

    @Test
    void a_post_may_be_silent() {
        var settings = new TelegramSettings(
                new Secret(TOKEN), "@example_status", Optional.empty(), EXAMPLE, OnUnknown.HOLD, true);

        var body = KIND.create(settings, Outfit.of(wire())).prepare(Posts.saying("Text"));

        assertThat(body).contains("\"disable_notification\":true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | Bad Request: chat not found | TargetGone",
                "400 | Bad Request: message thread not found | TargetGone",
                "400 | Bad Request: TOPIC_CLOSED | Rejected",
                "400 | Bad Request: message is too long | Rejected",
                "400 | Bad Request: have no rights to send a message | AuthInvalid",
                "400 | Bad Request: not enough rights to send text messages to the chat | AuthInvalid",
                "401 | Unauthorized | AuthInvalid",
                "403 | Forbidden: bot was kicked from the channel chat | TargetGone",
                "403 | Forbidden: bot was blocked by the user | TargetGone",
                "403 | Forbidden: bot is not a member of the channel chat | AuthInvalid",
                "404 | Not Found | AuthInvalid",
                "500 | Internal Server Error | Unknown",
            })
    void its_sentences_are_understood(int status, String words, String outcome) {
        var body = "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(status, words);

        var answer = answered(Reply.of(status, body));

        assertThat(answer.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(answer.toString()).contains(words);
    }

    @Test
    void a_group_that_moved_names_its_new_number() {
        var outcome = answered(Reply.of(
                400,
                "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: group chat was upgraded to a supergroup chat\","
                        + "\"parameters\":{\"migrate_to_chat_id\":-1009876543210}}"));

        assertThat(outcome).isEqualTo(new Outcome.TargetMoved("-1009876543210"));
    }

    @Test
    void no_failure_shows_the_address() {
        var channel = channel(URI.create("http://nobody.invalid"), wire());

        var outcome = channel.send(Posts.frozen(channel, Posts.saying("Text")), Posts.AT);

        assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
        assertThat(outcome.toString()).doesNotContain(TOKEN, "/bot");
    }

    @Test
    void a_token_that_breaks_an_address_is_no_failure_of_ours() {
        var settings = new TelegramSettings(
                new Secret("made up/ü?"),
                "@example_status",
                Optional.empty(),
                server().address(),
                OnUnknown.HOLD,
                false);
        var channel = KIND.create(settings, Outfit.of(wire()));

        channel.send(Posts.frozen(channel, Posts.saying("Text")), Posts.AT);

        assertThat(server().last().target()).isEqualTo("/botmade+up%2F%C3%BC%3F/sendMessage");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@you #tag $USD /start | @\u2060you #\u2060tag $\u2060USD /\u2060start",
                "＠you ＃tag | ＠\u2060you ＃\u2060tag",
                "a @ b / c, and/or 1/2 | a @ b / c, and/or 1/2",
                "https://x.example/@you/#top | https://x.example/@\u2060you/#\u2060top",
                "https://x.example/#top | https://x.example/#top",
                "*a* [b](c) <b>d</b> | *a* [b](c) <b>d</\u2060b>",
            })
    void nobody_is_called_and_nothing_is_tagged(String text, String neutral) {
        assertThat(TelegramText.neutral(text)).isEqualTo(neutral);
    }

    @Test
    void the_limit_counts_utf_16_units_and_joiners() {
        assertThat(capabilities().limit().measure().of("😀 @you")).isEqualTo(8);
    }

    @Test
    void the_operator_decides_what_happens_when_nobody_knows() {
        assertThat(capabilities().repeat()).isEqualTo(new Repeat.Blind(OnUnknown.HOLD));
    }

    @ParameterizedTest
    @CsvSource({
        "@example_status, 7, 0",
        "-1001234567890, 7, 0",
        "example_status, 7, 1",
        "https://t.me/example, 7, 1",
        "@example_status, general, 1",
        "'', -1, 2"
    })
    void a_place_that_cannot_be_is_a_mistake(String chat, String topic, int mistakes) {
        assertThat(KIND.mistakes(settings(EXAMPLE, chat, Optional.of(topic))))
                .hasSize(mistakes)
                .allMatch(mistake -> mistake.contains("not '" + chat) || mistake.contains("not '" + topic));
    }

    @Test
    void a_stand_in_for_a_topic_can_be_previewed() {
        assertThat(into("@example_status", Optional.of("placeholder")).prepare(Posts.saying("Text")))
                .doesNotContain("message_thread_id");
    }
}
