package dev.backonline.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Channel;
import dev.backonline.channel.EditContract;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.ScriptedServer.Received;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixRoomTest extends EditContract {
    private static final MatrixKind KIND = new MatrixKind();
    private static final String ROOM = "!AbCdEf:matrix.example.org";

    private static MatrixSettings settings(URI server, String room) {
        return new MatrixSettings(server, new Secret(TOKEN), room);
    }

    @Override
    protected String type() {
        return "matrix";
    }

    @Override
    protected Posted parent() {
        return new Posted("$second $first", Optional.empty());
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(settings(URI.create("https://matrix.example.org"), ROOM));
    }

    @Override
    protected Channel channel(URI server, Wire wire) {
        return KIND.create(settings(server, ROOM), Outfit.of(wire));
    }

    @Override
    protected boolean creates(Received request) {
        return request.method().equals("PUT");
    }

    @Override
    protected String edit() {
        return "PUT /_matrix/client/v3/rooms/%21AbCdEf%3Amatrix.example.org/send/m.room.message/key-still";
    }

    @Override
    protected Reply edited() {
        return Reply.of(200, "{\"event_id\":\"$third\"}");
    }

    /** What was redacted is as good as what was not. */
    @Override
    protected Optional<Reply> gone() {
        return Optional.empty();
    }

    @Override
    protected Reply yes() {
        return Reply.of(200, "{\"event_id\":\"$third\"}");
    }

    @Test
    void a_yes_names_the_event() {
        var outcome = send(Posts.saying("Text"));

        assertThat(outcome).isEqualTo(new Outcome.Delivered(new Posted("$third", Optional.empty())));
    }

    @Test
    void a_reply_to_a_reply_belongs_to_the_threads_first_event() {
        var outcome = send(Posts.saying("Text", Optional.of(new Posted("$second $first", Optional.empty()))));

        assertThat(server().last().body())
                .contains("\"event_id\":\"$first\"", "\"m.in_reply_to\":{\"event_id\":\"$second\"}");
        assertThat(outcome).isEqualTo(new Outcome.Delivered(new Posted("$third $first", Optional.empty())));
    }

    @Test
    void a_reply_to_the_first_event_belongs_to_it() {
        var outcome = send(Posts.saying("Text", Optional.of(new Posted("$first", Optional.empty()))));

        assertThat(server().last().body())
                .contains("\"event_id\":\"$first\"", "\"m.in_reply_to\":{\"event_id\":\"$first\"}");
        assertThat(outcome).isEqualTo(new Outcome.Delivered(new Posted("$third $first", Optional.empty())));
    }

    @Test
    void a_repeat_names_the_same_transaction() {
        send(Posts.saying("Text"));

        assertThat(capabilities().repeat()).isEqualTo(new Capabilities.Repeat.Same());
        assertThat(server().last().target())
                .isEqualTo("/_matrix/client/v3/rooms/%21AbCdEf%3Amatrix.example.org/send/m.room.message/key-problem");
    }

    @ParameterizedTest
    @CsvSource({
        "401, M_UNKNOWN_TOKEN, AuthInvalid, log in again",
        "403, M_FORBIDDEN, AuthInvalid, invite it",
        "403, M_USER_DEACTIVATED, AuthInvalid, check the account",
        "404, M_NOT_FOUND, TargetGone, out of order",
        "413, M_TOO_LARGE, Rejected, out of order",
        "400, M_BAD_JSON, Rejected, out of order",
    })
    void its_own_error_codes_are_understood(int status, String errcode, String outcome, String words) {
        var answer = answered(Reply.of(status, "{\"errcode\":\"%s\",\"error\":\"out of order\"}".formatted(errcode)));

        assertThat(answer.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(answer.toString()).contains(words);
    }

    @Test
    void a_text_has_no_second_form_and_calls_nobody() {
        send(Posts.saying(Posts.HOSTILE));

        assertThat(server().last().body()).contains("\"m.mentions\":{}").doesNotContain("format");
    }

    @Test
    void the_limit_counts_bytes_as_they_are_sent() {
        assertThat(capabilities().limit().measure().of("é\"\n")).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "!AbCdEf:matrix.example.org, 0",
        "!31hneApxJ_1o-63DmFrpeqnkFfWppnzWso1JvH3ogLM, 0",
        "#status:matrix.example.org, 1",
        "'!a b', 1",
        "'', 1"
    })
    void a_room_that_cannot_be_is_a_mistake(String room, int mistakes) {
        assertThat(KIND.mistakes(settings(URI.create("https://matrix.example.org"), room)))
                .hasSize(mistakes)
                .allMatch(mistake -> mistake.contains("not '" + room));
    }
}
