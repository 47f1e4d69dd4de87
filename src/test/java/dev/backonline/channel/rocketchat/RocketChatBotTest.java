package dev.backonline.channel.rocketchat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Channel;
import dev.backonline.channel.NetworkContract;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.Probe;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RocketChatBotTest extends NetworkContract {
    private static final RocketChatKind KIND = new RocketChatKind();
    private static final URI EXAMPLE = URI.create("https://rocket.example.org");

    /** What the key of a problem's post becomes. */
    private static final String MADE = "8dfd35fae3b5cbaae34dcb8cc0430d3d";

    static Channel bot(URI server, Wire wire) {
        return KIND.create(settings(server, FakeRocketChat.SELF, "GENERAL", 5_000), Outfit.of(wire));
    }

    private static RocketChatSettings settings(URI server, String user, String room, int limit) {
        return new RocketChatSettings(server, user, new Secret(TOKEN), room, limit);
    }

    @Override
    protected String type() {
        return "rocket-chat";
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(settings(EXAMPLE, FakeRocketChat.SELF, "GENERAL", 5_000));
    }

    @Override
    protected Channel channel(URI server, Wire wire) {
        return bot(server, wire);
    }

    @Override
    protected Reply yes() {
        return Reply.of(200, "{\"message\":{\"_id\":\"%s\",\"rid\":\"GENERAL\"},\"success\":true}".formatted(MADE));
    }

    @Test
    void a_yes_names_the_id_that_we_chose() {
        assertThat(send(Posts.saying("Text"))).isEqualTo(new Outcome.Delivered(new Posted(MADE, Optional.empty())));
        assertThat(server().last().body()).contains("\"_id\":\"%s\"".formatted(MADE));
    }

    @Test
    void a_success_without_the_message_is_none() {
        assertThat(answered(Reply.of(200, "{\"success\":true}"))).isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "error-invalid-room | TargetGone | write another one",
                "room_is_archived | TargetGone | write another one",
                "error-not-allowed | AuthInvalid | member of the room",
                "You_have_been_muted | AuthInvalid | member of the room",
                "You can't send messages because the room is readonly. | AuthInvalid | let the bot post",
                "error-too-many-requests | Throttled | too many",
                "error-message-size-exceeded | Rejected | set limit",
                "error-else | Rejected | will not take",
                "Cannot read properties of undefined (reading 'u') | Unknown | may have arrived",
            })
    void its_own_errors_are_understood(String error, String outcome, String words) {
        var plain = answered(Reply.of(400, "{\"success\":false,\"error\":\"%s\"}".formatted(error)));

        assertThat(plain.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(plain.toString()).contains(words, error);
    }

    @Test
    void the_type_of_an_error_goes_before_its_sentence() {
        var outcome = answered(Reply.of(
                400,
                "{\"success\":false,\"error\":\"Not here [error-not-allowed]\",\"errorType\":\"error-not-allowed\"}"));

        assertThat(outcome).isInstanceOf(Outcome.AuthInvalid.class);
        assertThat(outcome.toString()).contains("Not here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "*a* ~b~ `c` _d_ e_f ; \u2217a\u2217 \u223Cb\u223C \u02CBc\u02CB \u02CDd\u02CD e_f",
                "@all #town @ # ; @\u2060all #\u2060town @ #",
                "[a](b) <https://x.example/a|y> <x.example|y> ; [a]\u2060(b) \u2039https://x.example/a|y> \u2039x.example|y>",
                "||a|| :fire: 21:04 ; |\u2060|a|\u2060| :\u2060fire: 21:04",
                "# big - 1. ; \u2060# big - 1.",
                "1. one ; \u20601. one",
                "12 of 3 ; 12 of 3",
                "see https://x.example/_a_ *b* ; see https://x.example/_a_ \u2217b\u2217",
            })
    void markup_loses_its_meaning(String text, String neutral) {
        assertThat(RocketChatText.neutral(text)).isEqualTo(neutral);
    }

    @Test
    void the_limit_is_the_servers_and_counts_utf_16_units() {
        var limit = KIND.capabilities(settings(EXAMPLE, FakeRocketChat.SELF, "GENERAL", 300))
                .limit();

        assertThat(limit.most()).isEqualTo(300);
        assertThat(limit.measure().of("😀 @you")).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "aobEdbYhXfu5hkeqG, GENERAL, 5000, 0",
        "aobEdbYhXfu5hkeqG, '#general', 5000, 1",
        "@status, the room, 5000, 2",
        "aobEdbYhXfu5hkeqG, GENERAL, 100, 1",
    })
    void what_cannot_be_is_a_mistake(String user, String room, int limit, int mistakes) {
        assertThat(KIND.mistakes(settings(EXAMPLE, user, room, limit)))
                .hasSize(mistakes)
                .allMatch(mistake -> mistake.contains("not "));
    }

    @Test
    void a_room_that_the_bot_does_not_see_is_refused() {
        server().script(request -> request.target().endsWith("/me")
                ? Reply.of(200, "{\"_id\":\"1\",\"username\":\"status\",\"success\":true}")
                : Reply.of(
                        400, "{\"success\":false,\"error\":\"no such room\",\"errorType\":\"error-room-not-found\"}"));

        var probe = channel(server().address(), wire()).probe(Posts.AT);

        assertThat(probe)
                .isInstanceOfSatisfying(
                        Probe.Refused.class,
                        refused -> assertThat(refused.fix()).contains("no such room"));
    }
}
