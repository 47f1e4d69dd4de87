package dev.backonline.bot.reception;

import static dev.backonline.bot.reception.Household.CALLS;
import static dev.backonline.bot.reception.Household.CHAT;
import static dev.backonline.bot.reception.Household.PHOTOS;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.check.Notice;
import dev.backonline.operator.Mailbox.Admission;
import dev.backonline.operator.Mailbox.Receipt;
import dev.backonline.verdict.Verdict;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What comes of what is told, up to the verdict. */
class ReceptionTest {
    private final Household house = new Household(Set.of());

    private static Receipt put(Household house, String address, String token, Notice notice) {
        var box = house.reception().mailbox(address).orElseThrow();
        assertThat(box.admits(token)).isEqualTo(Admission.WELCOME);
        return box.put(token, notice);
    }

    private static void beat(Household house, String rest) {
        put(house, "heartbeat/photos-worker", "made-up-photos", new Notice("GET", rest, Map.of(), ""));
    }

    private static Receipt alert(Household house, String token, String status, String service) {
        var body = """
            { "version": "4", "alerts": [ { "status": "%s", "labels": { "alertname": "Errors", "service": "%s" },
              "startsAt": "2026-11-22T20:04:23Z", "endsAt": "0001-01-01T00:00:00Z", "fingerprint": "0a1b" } ] }
            """.formatted(status, service);
        return put(
                house,
                "signals/alertmanager",
                token,
                new Notice("POST", "", Map.of("content-type", "application/json"), body));
    }

    @Test
    void one_word_is_enough_whatever_confirmation_answers_need() {
        beat(house, "");
        assertThat(house.verdict(PHOTOS)).isInstanceOf(Verdict.Healthy.class);

        beat(house, "/fail");

        assertThat(house.verdict(PHOTOS)).isInstanceOf(Verdict.Failing.class);
        beat(house, "");
        assertThat(house.verdict(PHOTOS)).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void silence_is_noticed_within_half_a_second() {
        beat(house, "");

        assertThat(house.pass(ofSeconds(90)).verdict(PHOTOS)).isInstanceOf(Verdict.Healthy.class);
        assertThat(house.pass(ofSeconds(1)).verdict(PHOTOS)).isInstanceOf(Verdict.Failing.class);
    }

    @Test
    void what_stands_is_never_taken_for_forgotten() {
        beat(house, "");
        alert(house, "made-up-alerts", "firing", "chat");

        for (var minute = 0; minute < 9; minute++) {
            assertThat(house.pass(ofSeconds(59)).verdict(CHAT)).isInstanceOf(Verdict.Failing.class);
            beat(house, "");
            assertThat(house.verdict(PHOTOS)).isInstanceOf(Verdict.Healthy.class);
        }
        assertThat(house.pass(ofMinutes(2)).verdict(CHAT)).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void what_has_not_changed_is_said_again_every_ten_seconds_and_not_more_often() {
        house.pass(ofSeconds(1));
        var before = house.observed();

        house.pass(ofMinutes(1));

        assertThat(house.observed() - before).isBetween(4 * 5, 4 * 7);
    }

    @Test
    void the_bot_s_own_sleep_makes_no_call_late() {
        beat(house, "");

        house.pass(ofSeconds(30)).sleep(ofMinutes(60)).pass(ofSeconds(59));

        assertThat(house.verdict(PHOTOS)).isInstanceOf(Verdict.Healthy.class);
        assertThat(house.pass(ofSeconds(2)).verdict(PHOTOS)).isInstanceOf(Verdict.Failing.class);
    }

    @Test
    void the_bot_s_own_sleep_ends_no_alert() {
        alert(house, "made-up-alerts", "firing", "chat");

        house.pass(ofMinutes(5)).sleep(ofMinutes(60)).pass(ofMinutes(4));

        assertThat(house.verdict(CHAT)).isInstanceOf(Verdict.Failing.class);
    }

    @Test
    void a_message_is_for_those_that_know_its_token() {
        assertThat(alert(house, "made-up-alerts", "firing", "chat")).isEqualTo(new Receipt.Accepted(1));

        assertThat(house.verdict(CHAT)).isInstanceOf(Verdict.Failing.class);
        assertThat(house.pass(ofSeconds(1)).verdict(CALLS)).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void a_message_about_something_else_is_taken_and_changes_nothing() {
        assertThat(alert(house, "made-up-alerts", "firing", "shop")).isEqualTo(new Receipt.Accepted(0));

        assertThat(house.pass(ofSeconds(1)).verdict(CHAT)).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void a_restart_amid_trouble_ends_it_only_when_the_alert_could_have_been_repeated() {
        var restarted = new Household(Set.of(CHAT));

        assertThat(restarted.pass(ofSeconds(599)).verdict(CHAT)).isInstanceOf(Verdict.Unknown.class);
        assertThat(restarted.pass(ofSeconds(2)).verdict(CHAT)).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void a_sender_that_runs_wild_is_stopped_and_let_in_again() {
        var box = house.reception().mailbox("heartbeat/photos-worker").orElseThrow();
        for (var call = 0; call < 200; call++) {
            assertThat(box.admits("made-up-photos")).isEqualTo(Admission.WELCOME);
        }

        assertThat(box.admits("made-up-photos")).isEqualTo(Admission.TOO_OFTEN);
        house.pass(ofSeconds(1));
        assertThat(box.admits("made-up-photos")).isEqualTo(Admission.WELCOME);
        assertThat(box.admits("made-up-alerts")).isEqualTo(Admission.STRANGER);
    }
}
