package dev.backonline.channel.pagerduty;

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
import dev.backonline.message.Saying;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PagerDutyServiceTest extends NetworkContract {
    private static final PagerDutyKind KIND = new PagerDutyKind();

    private static PagerDutySettings settings(URI server) {
        return new PagerDutySettings(new Secret(TOKEN), server);
    }

    @Override
    protected String type() {
        return "pagerduty";
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(settings(URI.create("https://events.example.org")));
    }

    @Override
    protected Channel channel(URI server, Wire wire) {
        return KIND.create(settings(server), Outfit.of(wire));
    }

    @Override
    protected Reply yes() {
        return Reply.of(202, "{\"status\":\"success\",\"message\":\"Event processed\",\"dedup_key\":\"k3xw9b2m4q7z\"}");
    }

    @Override
    protected String leaving(String body) {
        return "{\"routing_key\":\"%s\",%s".formatted(TOKEN, body.substring(1));
    }

    private String body(Saying saying) {
        send(Posts.of(saying, Optional.empty(), Posts.ENGLISH));
        return server().last().body();
    }

    @Test
    void the_key_of_the_service_rests_nowhere() {
        var prepared = channel(server().address(), wire()).prepare(Posts.saying("Text"));

        assertThat(prepared).doesNotContain(TOKEN, "routing_key");
    }

    @ParameterizedTest
    @CsvSource({
        "PROBLEM, trigger",
        "STILL, trigger",
        "RECOVERING, trigger",
        "AGAIN, trigger",
        "NOTE, trigger",
        "RESOLVED, resolve",
        "CORRECTION, resolve",
        "SUMMARY, resolve",
    })
    void trouble_is_an_alert_that_ends_with_it(Saying saying, String action) {
        assertThat(body(saying))
                .contains("\"event_action\":\"%s\"".formatted(action), "\"dedup_key\":\"k3xw9b2m4q7z\"");
        assertThat(server().last().target()).isEqualTo("/v2/enqueue");
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHEDULED", "STARTED", "COMPLETED", "CANCELLED"})
    void a_maintenance_is_a_change_that_calls_nobody(Saying saying) {
        assertThat(body(saying)).doesNotContain("event_action", "dedup_key", "severity");
        assertThat(server().last().target()).isEqualTo("/v2/change/enqueue");
    }

    @Test
    void the_worst_that_is_told_now_is_how_bad_it_is() {
        assertThat(body(Saying.PROBLEM)).contains("\"severity\":\"critical\"");
        assertThat(body(Saying.RESOLVED)).contains("\"severity\":\"info\"");
    }

    @Test
    void a_key_that_is_refused_is_told_from_an_event_that_is_wrong() {
        var key =
                "{\"status\":\"invalid event\",\"message\":\"Event object is invalid\",\"errors\":[\"Invalid routing key\"]}";
        var event = key.replace("Invalid routing key", "'payload.summary' is missing or blank");

        assertThat(answered(Reply.of(400, key))).isInstanceOf(Outcome.AuthInvalid.class);
        assertThat(answered(Reply.of(400, event))).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void a_repeat_is_the_same_alert() {
        assertThat(capabilities().repeat()).isEqualTo(new Repeat.Same());
        assertThat(capabilities().limit().measure().of("😀a")).isEqualTo(3);
    }
}
