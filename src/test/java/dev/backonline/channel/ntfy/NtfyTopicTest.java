package dev.backonline.channel.ntfy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Capabilities;
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
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NtfyTopicTest extends NetworkContract {
    private static final NtfyKind KIND = new NtfyKind();
    private static final URI EXAMPLE = URI.create("https://ntfy.example.org");

    static Channel topic(URI server, Wire wire) {
        return KIND.create(settings(server, FakeNtfy.TOPIC), Outfit.of(wire));
    }

    private static NtfySettings settings(URI server, String topic) {
        return new NtfySettings(server, topic, Optional.of(new Secret(TOKEN)));
    }

    @Override
    protected String type() {
        return "ntfy";
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(settings(EXAMPLE, FakeNtfy.TOPIC));
    }

    @Override
    protected Channel channel(URI server, Wire wire) {
        return topic(server, wire);
    }

    @Override
    protected Reply yes() {
        return Reply.of(200, "{\"id\":\"sPs71M8A2T\",\"time\":1795377840,\"event\":\"message\"}");
    }

    @Test
    void a_yes_names_the_message() {
        var outcome = send(Posts.saying("Text"));

        assertThat(outcome).isEqualTo(new Outcome.Delivered(new Posted("sPs71M8A2T", Optional.empty())));
    }

    @Test
    void without_a_token_the_bot_is_anybody() {
        var open = new NtfySettings(server().address(), FakeNtfy.TOPIC, Optional.empty());
        var channel = KIND.create(open, Outfit.of(wire()));

        channel.send(Posts.frozen(channel, Posts.saying("Text")), Posts.AT);

        assertThat(server().last().headers()).doesNotContainKey("authorization");
    }

    @ParameterizedTest
    @CsvSource({
        "401, 40101, AuthInvalid, check token",
        "403, 40301, AuthInvalid, check token",
        "400, 40009, Rejected, out of order",
        "413, 41303, Rejected, out of order",
        "429, 42901, Throttled, out of order",
        "507, 50701, Unknown, out of order",
    })
    void its_own_error_codes_are_understood(int status, int code, String outcome, String words) {
        var body = "{\"code\":%d,\"http\":%d,\"error\":\"out of order\"}".formatted(code, status);

        var answer = answered(Reply.of(status, body));

        assertThat(answer.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(answer.toString()).contains(words);
    }

    @Test
    void a_day_whose_messages_are_used_up_is_not_asked_again_and_again() {
        var outcome =
                answered(Reply.of(429, "{\"code\":42908,\"error\":\"limit reached: daily message quota reached\"}"));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Throttled.class, throttled -> {
            assertThat(throttled.notBefore()).isEqualTo(Posts.AT.plus(Duration.ofHours(1)));
            assertThat(throttled.reason()).contains("used up", "daily message quota");
        });
    }

    @Test
    void the_limit_counts_bytes() {
        assertThat(capabilities().limit().measure().of("é😀")).isEqualTo(6);
    }

    @Test
    void a_post_in_doubt_is_looked_up() {
        assertThat(capabilities().repeat()).isEqualTo(new Repeat.LookUp());
    }

    @ParameterizedTest
    @CsvSource({"example-status_1, 0", "'a b', 1", "a/b, 1", "'', 1"})
    void a_topic_that_cannot_be_is_a_mistake(String topic, int mistakes) {
        assertThat(KIND.mistakes(settings(EXAMPLE, topic)))
                .hasSize(mistakes)
                .allMatch(mistake -> mistake.contains("not '" + topic));
    }
}
