package dev.backonline.check.signal;

import static dev.backonline.check.signal.Payloads.BEGAN;
import static dev.backonline.check.signal.Payloads.ENDED;
import static dev.backonline.check.signal.Payloads.alert;
import static dev.backonline.check.signal.Payloads.alertmanager;
import static dev.backonline.check.signal.Payloads.firing;
import static dev.backonline.check.signal.Payloads.grafana;
import static dev.backonline.check.signal.Payloads.resolved;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Notice;
import dev.backonline.check.Receiving.Fault;
import dev.backonline.check.Receiving.Nonsense;
import dev.backonline.check.Receiving.Opening;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the alerts of Alertmanager and Grafana mean for a service, in whatever order they come. */
class AlertsTest {
    private static final String NONE = "0001-01-01T00:00:00Z";
    private static final String AGAIN = "2026-11-22T20:40:00Z";
    private static final Answer UP = new Answer.Up();

    private final SignalInbox inbox = inbox(Sender.ALERTMANAGER, Map.of("service", "chat"));

    private static SignalInbox inbox(Sender from, Map<String, String> match) {
        return SignalInbox.empty(Payloads.settings(from, match), new Opening(Duration.ZERO, ofSeconds(10), false));
    }

    private static List<Alert> told(String... alerts) {
        return Payloads.alerts(Sender.ALERTMANAGER, alertmanager(alerts));
    }

    private static Answer down(String reason) {
        return new Answer.Down(Layer.ANSWER, reason);
    }

    @Test
    void silence_means_that_all_is_well() {
        assertThat(inbox.answer()).isEqualTo(UP);
    }

    @Test
    void several_alerts_are_down_while_any_fires() {
        var both = inbox.with(told(firing("HighErrors"), firing("NoReplicas")), ofSeconds(1));
        var one = both.with(told(resolved("HighErrors"), firing("NoReplicas")), ofSeconds(2));
        var none = one.with(told(resolved("NoReplicas")), ofSeconds(3));

        assertThat(both.answer()).isEqualTo(down("alert 'HighErrors' is firing, and 1 more"));
        assertThat(one.answer()).isEqualTo(down("alert 'NoReplicas' is firing"));
        assertThat(none.answer()).isEqualTo(UP);
    }

    @Test
    void a_warning_is_slow_unless_something_worse_fires() {
        var warning = alert("firing", "SlowAnswers", "warning", BEGAN, NONE);

        assertThat(inbox.with(told(warning), ofSeconds(1)).answer())
                .isEqualTo(new Answer.Slow("alert 'SlowAnswers' is firing"));
        assertThat(inbox.with(told(warning, firing("HighErrors")), ofSeconds(1)).answer())
                .isEqualTo(down("alert 'HighErrors' is firing"));
    }

    @Test
    void an_alert_that_nobody_repeats_is_over() {
        var told = inbox.with(told(firing("HighErrors")), ofMinutes(1));

        assertThat(told.at(ofMinutes(11)).answer()).isEqualTo(down("alert 'HighErrors' is firing"));
        assertThat(told.at(ofMinutes(11).plusMillis(1)).answer()).isEqualTo(UP);
    }

    @Test
    void each_repetition_keeps_it_alive() {
        var told = inbox.with(told(firing("HighErrors")), ofMinutes(1));

        var repeated = told.with(told(firing("HighErrors")), ofMinutes(9));

        assertThat(repeated.at(ofMinutes(19)).answer()).isEqualTo(down("alert 'HighErrors' is firing"));
    }

    @Test
    void an_old_message_that_comes_after_the_end_begins_nothing() {
        var over =
                inbox.with(told(firing("HighErrors")), ofSeconds(1)).with(told(resolved("HighErrors")), ofSeconds(2));

        assertThat(over.with(told(firing("HighErrors")), ofSeconds(3)).answer()).isEqualTo(UP);
    }

    @Test
    void an_end_that_overtakes_its_beginning_is_the_end() {
        var over = inbox.with(told(resolved("HighErrors")), ofSeconds(2));

        assertThat(over.with(told(firing("HighErrors")), ofSeconds(3)).answer()).isEqualTo(UP);
    }

    @Test
    void a_relapse_is_believed_at_once() {
        var over =
                inbox.with(told(firing("HighErrors")), ofSeconds(1)).with(told(resolved("HighErrors")), ofSeconds(2));

        var relapse = over.with(told(alert("firing", "HighErrors", "critical", AGAIN, NONE)), ofSeconds(3));

        assertThat(relapse.answer()).isEqualTo(down("alert 'HighErrors' is firing"));
    }

    @Test
    void the_end_of_an_earlier_alert_does_not_end_a_later_one() {
        var relapse = inbox.with(told(alert("firing", "HighErrors", "critical", AGAIN, NONE)), ofSeconds(1));

        assertThat(relapse.with(told(resolved("HighErrors")), ofSeconds(2)).answer())
                .isEqualTo(down("alert 'HighErrors' is firing"));
    }

    @Test
    void an_alert_that_was_given_up_and_goes_on_after_all_is_believed() {
        var over = inbox.with(told(resolved("HighErrors")), ofSeconds(1));

        assertThat(over.with(told(firing("HighErrors")), ofSeconds(40)).answer())
                .isEqualTo(down("alert 'HighErrors' is firing"));
    }

    @Test
    void the_alerts_of_other_services_are_not_heard() {
        var other = inbox(Sender.ALERTMANAGER, Map.of("service", "photos"));

        assertThat(other.concerns(told(firing("HighErrors")))).isFalse();
        assertThat(other.with(told(firing("HighErrors")), ofSeconds(1)).answer())
                .isEqualTo(UP);
        assertThat(inbox.concerns(told(firing("HighErrors")))).isTrue();
    }

    @Test
    void without_a_fingerprint_the_labels_tell_alerts_apart() {
        var nameless = Arrays.stream(new String[] {firing("HighErrors"), resolved("NoReplicas")})
                .map(text -> text.replaceAll("\"fingerprint\": \"\\w+\"", "\"fingerprint\": \"\""))
                .toArray(String[]::new);

        assertThat(inbox.with(told(nameless), ofSeconds(1)).answer()).isEqualTo(down("alert 'HighErrors' is firing"));
    }

    @Test
    void a_flood_of_alerts_is_bounded_and_never_up() {
        var inbox = this.inbox;
        for (var part = 0; part < 30; part++) {
            var first = part * 100;
            var alerts = IntStream.range(first, first + 100).mapToObj(one -> firing("Alert" + one));
            inbox = inbox.with(told(alerts.toArray(String[]::new)), ofSeconds(1));
        }

        assertThat(inbox.known()).hasSize(1_000);
        assertThat(inbox.answer()).isEqualTo(down("alert 'Alert0' is firing, and 999 more"));
    }

    @Test
    void amid_trouble_the_end_of_one_alert_is_not_taken_for_the_end_of_all() {
        var taken = SignalInbox.empty(
                Payloads.settings(Sender.ALERTMANAGER, Map.of()), new Opening(Duration.ZERO, ofSeconds(10), true));

        var one = taken.with(told(resolved("HighErrors")), ofMinutes(1));

        assertThat(one.answer())
                .isEqualTo(new Answer.Inconclusive("in trouble before the start, and the alert may still be repeated"));
        assertThat(one.at(ofMinutes(10)).answer()).isEqualTo(UP);
    }

    @Test
    void grafana_s_own_troubles_are_not_the_service_s() {
        var grafana = inbox(Sender.GRAFANA, Map.of());
        var noData = Payloads.alerts(Sender.GRAFANA, grafana(firing("DatasourceNoData"), firing("DatasourceError")));
        var wanted = inbox(Sender.GRAFANA, Map.of("alertname", "DatasourceError"));

        assertThat(grafana.concerns(noData)).isFalse();
        assertThat(grafana.with(noData, ofSeconds(1)).answer()).isEqualTo(UP);
        assertThat(wanted.with(noData, ofSeconds(1)).answer()).isEqualTo(down("alert 'DatasourceError' is firing"));
    }

    @Test
    void times_are_read_as_they_are_written() {
        var alert = told(alert("resolved", "HighErrors", "critical", "2026-11-22T21:04:23+01:00", ENDED))
                .getFirst();

        assertThat(alert.times().began()).hasToString("Optional[2026-11-22T20:04:23Z]");
        assertThat(told(firing("HighErrors")).getFirst().times().ended()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain | {} | TYPE | the content type should be application/json",
                "application/json | { | CONTENT | the body should be JSON",
                "application/json | {} | CONTENT | the version should be 4",
                "application/json | {\"version\":\"4\"} | CONTENT | there should be a list of alerts",
                "application/json | {\"version\":\"4\",\"alerts\":[{}]} | CONTENT | each alert should have labels, and the status firing or resolved"
            })
    void another_message_is_refused(String type, String body, Fault fault, String why) {
        var notice = new Notice("POST", "", Map.of("content-type", type), body);

        assertThat(new SignalKind().read("signals/alertmanager", notice))
                .isEqualTo(new Nonsense<List<Alert>>(fault, why));
    }

    @Test
    void a_longer_path_is_refused() {
        var heard = new SignalKind().read("signals/alertmanager", new Notice("POST", "/v2", Map.of(), ""));

        assertThat(heard)
                .isEqualTo(
                        new Nonsense<List<Alert>>(Fault.PATH, "after the name of the sender there should be nothing"));
    }
}
