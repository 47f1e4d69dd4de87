package dev.backonline.channel.discord;

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
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscordBotTest extends EditContract {
    private static final DiscordKind KIND = new DiscordKind();
    private static final Posted PARENT = new Posted("1100000000000000001", Optional.empty());

    private static DiscordSettings settings(URI server, String room) {
        return new DiscordSettings(new Secret(TOKEN), room, server.resolve("/api/v10"));
    }

    static Channel bot(URI server, Wire wire) {
        return KIND.create(settings(server, FakeDiscord.ROOM), Outfit.of(wire));
    }

    @Override
    protected String type() {
        return "discord";
    }

    @Override
    protected Posted parent() {
        return PARENT;
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(settings(URI.create("https://discord.example.org"), FakeDiscord.ROOM));
    }

    @Override
    protected Channel channel(URI server, Wire wire) {
        return bot(server, wire);
    }

    @Override
    protected String edit() {
        return "PATCH /api/v10/channels/%s/messages/%s".formatted(FakeDiscord.ROOM, PARENT.id());
    }

    @Override
    protected Reply edited() {
        return Reply.of(200, "{\"id\":\"1100000000000000001\",\"content\":\"…\"}");
    }

    @Override
    protected Optional<Reply> gone() {
        return Optional.of(Reply.of(404, "{\"message\":\"Unknown Message\",\"code\":10008}"));
    }

    @Override
    protected Reply yes() {
        return Reply.of(200, "{\"id\":\"1100000000000000002\",\"content\":\"…\"}");
    }

    @Test
    void a_yes_names_the_messages_id() {
        var outcome = send(Posts.saying("Text"));

        assertThat(outcome).isEqualTo(new Outcome.Delivered(new Posted("1100000000000000002", Optional.empty())));
    }

    @Test
    void a_reply_is_sent_even_if_its_parent_is_gone() {
        send(Posts.saying("Text", Optional.of(PARENT)));

        assertThat(server().last().body())
                .contains(
                        "\"message_reference\":{\"message_id\":\"1100000000000000001\",\"fail_if_not_exists\":false}");
    }

    @Test
    void a_nonce_is_short_and_the_keys_own() {
        assertThat(RoomLog.nonce("one"))
                .hasSize(25)
                .isEqualTo(RoomLog.nonce("one"))
                .isNotEqualTo(RoomLog.nonce("two"));
        assertThat(capabilities().repeat()).isEqualTo(new Capabilities.Repeat.Keyed(Duration.ofMinutes(2)));
    }

    @ParameterizedTest
    @CsvSource({
        "404, 10003, TargetGone",
        "403, 50001, AuthInvalid",
        "403, 50013, AuthInvalid",
        "401, 0, AuthInvalid",
        "400, 50035, Rejected",
        "400, 160005, Rejected",
        "400, 20016, Throttled",
        "429, 20028, Throttled",
        "404, 10008, TargetGone",
        "500, 10003, Unknown",
    })
    void its_own_error_codes_are_understood(int status, int code, String outcome) {
        var body = "{\"message\":\"no\",\"code\":%d,\"retry_after\":3}".formatted(code);

        assertThat(answered(Reply.of(status, body)).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void a_parent_that_is_gone_is_not_the_room() {
        server().script(_ -> Reply.of(404, "{\"message\":\"Unknown Message\",\"code\":10008}"));

        assertThat(send(Posts.saying("Text", Optional.of(PARENT)))).isInstanceOf(Outcome.ParentGone.class);
    }

    @Test
    void nobody_is_called() {
        send(Posts.saying(Posts.HOSTILE));

        assertThat(server().last().body())
                .contains("\"allowed_mentions\":{\"parse\":[],\"replied_user\":false}", "@\u2060everyone")
                .doesNotContain("@everyone");
    }

    @Test
    void a_room_that_is_no_number_is_a_mistake() {
        assertThat(KIND.mistakes(settings(URI.create("https://discord.example.org"), "#status")))
                .hasSize(1)
                .allMatch(mistake -> mistake.contains("not '#status'"));
        assertThat(KIND.mistakes(settings(URI.create("https://discord.example.org"), "1")))
                .isEmpty();
    }
}
