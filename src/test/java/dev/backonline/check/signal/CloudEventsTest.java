package dev.backonline.check.signal;

import static dev.backonline.check.signal.Payloads.event;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Secret;
import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Notice;
import dev.backonline.check.Receiving.Fault;
import dev.backonline.check.Receiving.Nonsense;
import dev.backonline.check.Receiving.Opening;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What CloudEvents mean for a service, in each of the ways in which they are sent. */
class CloudEventsTest {
    private static final Answer UP = new Answer.Up();
    private static final Answer DOWN = new Answer.Down(Layer.ANSWER, "alert 'chat' is firing");

    private final SignalInbox inbox = inbox(Payloads.settings(Sender.CLOUDEVENTS, Map.of("subject", "chat")));

    private static SignalInbox inbox(SignalSettings settings) {
        return SignalInbox.empty(settings, new Opening(Duration.ZERO, ofSeconds(10), false));
    }

    private static List<Alert> told(Notice notice) {
        return Payloads.alerts(Sender.CLOUDEVENTS, notice);
    }

    private static List<Alert> firing(String id, String more) {
        return told(event(id, "com.example.alert.firing", more));
    }

    private static List<Alert> resolved(String id, String more) {
        return told(event(id, "com.example.alert.resolved", more));
    }

    @Test
    void types_begin_and_end_trouble() {
        var told = inbox.with(firing("1", ""), ofSeconds(1));

        assertThat(told.answer()).isEqualTo(DOWN);
        assertThat(told.with(resolved("2", ""), ofSeconds(2)).answer()).isEqualTo(UP);
    }

    @Test
    void types_may_be_the_sender_s_own() {
        var own = inbox(Payloads.settings(
                Sender.CLOUDEVENTS,
                Map.of(),
                Optional.of("com.example.shop.down"),
                Optional.of("com.example.shop.up")));

        var told = own.with(told(event("1", "com.example.shop.down", "")), ofSeconds(1));

        assertThat(told.answer()).isEqualTo(DOWN);
        assertThat(told.with(told(event("2", "com.example.shop.up", "")), ofSeconds(2))
                        .answer())
                .isEqualTo(UP);
        assertThat(own.concerns(firing("3", ""))).isFalse();
    }

    @Test
    void the_data_may_say_how_it_is() {
        var told = inbox.with(
                told(event("1", "com.example.alert", ", \"data\": { \"status\": \"firing\" }")), ofSeconds(1));
        var over = told(event("2", "com.example.alert", ", \"data\": { \"status\": \"resolved\" }"));

        assertThat(told.answer()).isEqualTo(DOWN);
        assertThat(told.with(over, ofSeconds(2)).answer()).isEqualTo(UP);
    }

    @Test
    void an_event_that_is_no_alert_is_not_heard() {
        assertThat(inbox.concerns(told(event("1", "com.example.order.paid", ""))))
                .isFalse();
    }

    @Test
    void the_values_of_the_data_are_labels() {
        var slow = firing("1", ", \"data\": { \"severity\": \"warning\" }");
        var europe = inbox(Payloads.settings(Sender.CLOUDEVENTS, Map.of("region", "eu-*")));

        assertThat(inbox.with(slow, ofSeconds(1)).answer()).isInstanceOf(Answer.Slow.class);
        assertThat(europe.concerns(firing("2", ", \"data\": { \"region\": \"eu-1\" }")))
                .isTrue();
        assertThat(europe.concerns(firing("3", ", \"data\": { \"region\": \"us-1\" }")))
                .isFalse();
        assertThat(europe.concerns(firing("4", ", \"region\": \"eu-1\", \"data\": { \"region\": \"us-1\" }")))
                .isTrue();
    }

    @Test
    void a_retry_after_the_end_begins_nothing() {
        var over = inbox.with(firing("1", ""), ofSeconds(1)).with(resolved("2", ""), ofSeconds(2));

        assertThat(over.with(firing("1", ""), ofMinutes(2)).answer()).isEqualTo(UP);
        assertThat(over.with(firing("3", ""), ofMinutes(2)).answer()).isEqualTo(DOWN);
    }

    @Test
    void a_retry_of_the_end_does_not_end_a_relapse() {
        var relapse = inbox.with(resolved("1", ""), ofSeconds(1)).with(firing("2", ""), ofSeconds(2));

        assertThat(relapse.with(resolved("1", ""), ofSeconds(3)).answer()).isEqualTo(DOWN);
    }

    @Test
    void an_event_that_is_older_than_the_last_one_changes_nothing() {
        var over = inbox.with(resolved("2", ", \"time\": \"2026-11-22T20:31:00Z\""), ofSeconds(1));

        var overtaken = over.with(firing("1", ", \"time\": \"2026-11-22T20:04:00Z\""), ofMinutes(3));

        assertThat(overtaken.answer()).isEqualTo(UP);
        assertThat(overtaken
                        .with(firing("3", ", \"time\": \"2026-11-22T20:45:00Z\""), ofMinutes(4))
                        .answer())
                .isEqualTo(DOWN);
    }

    @Test
    void attributes_may_stand_in_headers() {
        var headers = Map.of(
                "content-type", "application/json",
                "ce-specversion", "1.0",
                "ce-id", "1",
                "ce-source", "/monitoring/eu",
                "ce-type", "com.example.alert.firing",
                "ce-subject", "chat",
                "ce-region", "S%C3%BCd+1");

        var alert = told(new Notice("POST", "", headers, "{ \"severity\": \"warning\", \"list\": [1] }"))
                .getFirst();

        assertThat(alert.labels())
                .containsEntry("region", "Süd+1")
                .containsEntry("severity", "warning")
                .doesNotContainKey("list");
        assertThat(inbox.with(List.of(alert), ofSeconds(1)).answer()).isInstanceOf(Answer.Slow.class);
    }

    @Test
    void a_batch_is_as_its_events_one_after_the_other() {
        var batch = "[%s,%s]"
                .formatted(
                        event("1", "com.example.alert.firing", "").body(),
                        event("2", "com.example.alert.resolved", "").body());
        var type = Map.of("content-type", "application/cloudevents-batch+json; charset=utf-8");

        var told = told(new Notice("POST", "", type, batch));

        assertThat(told).hasSize(2);
        assertThat(inbox.with(told, ofSeconds(1)).answer()).isEqualTo(UP);
        assertThat(inbox.with(told.subList(0, 1), ofSeconds(1)).answer()).isEqualTo(DOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {} | TYPE | there should be a header ce-specversion, or the content type application/cloudevents+json or application/cloudevents-batch+json",
                "application/cloudevents+json | { | CONTENT | the body should be JSON",
                "application/cloudevents+json | {\"specversion\":\"0.3\"} | CONTENT | the specversion should be 1.0",
                "application/cloudevents+json | {\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/a\"} | CONTENT | an event should have an id, a source and a type",
                "application/cloudevents+json | {\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/a\",\"type\":\"b\",\"time\":\"noon\"} | CONTENT | the time of an event should be like 2026-11-22T20:04:23Z",
                "application/cloudevents-batch+json | {} | CONTENT | a batch should be a list of events"
            })
    void another_message_is_refused(String type, String body, Fault fault, String why) {
        var notice = new Notice("POST", "", Map.of("content-type", type), body);

        assertThat(new SignalKind().read("signals/cloudevents", notice))
                .isEqualTo(new Nonsense<List<Alert>>(fault, why));
    }

    @Test
    void a_header_that_is_not_encoded_well_is_refused() {
        var headers = Map.of("ce-specversion", "1.0", "ce-id", "%zz");

        var heard = new SignalKind().read("signals/cloudevents", new Notice("POST", "", headers, ""));

        assertThat(heard)
                .isEqualTo(
                        new Nonsense<List<Alert>>(Fault.CONTENT, "the headers of the event should be percent-encoded"));
    }

    @Test
    void mistakes_of_the_settings_are_told() {
        var settings = new SignalSettings(
                Sender.GRAFANA,
                Map.of(),
                new Secret("with space"),
                Duration.ZERO,
                Map.of(),
                Optional.of(LabelPattern.parse("a")),
                Optional.of(LabelPattern.parse("b")));

        assertThat(new SignalKind().mistakes(settings))
                .containsExactly(
                        "token should be at least 8 letters, digits or any of . _ ~ + / = -",
                        "ttl should be longer than 0s",
                        "firing should be left out, unless from is 'cloudevents'",
                        "resolved should be left out, unless from is 'cloudevents'");
    }
}
