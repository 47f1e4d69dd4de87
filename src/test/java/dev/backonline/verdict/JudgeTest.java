package dev.backonline.verdict;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
    private static final Instant NOW = Instant.parse("2026-03-01T21:04:00Z");
    private static final Duration EVERY = ofSeconds(10);
    private static final ServiceId CHAT = new ServiceId("chat");
    private static final CheckId HTTP = new CheckId("chat/1-http");
    private static final CheckId TLS = new CheckId("chat/2-tls");

    /**
     * One letter per interval, oldest first. Seen: u up, s slow, d down, i inconclusive, - nothing asked.
     * Verdict after it: H healthy, G degraded, F failing, ? unknown.
     */
    @ParameterizedTest(name = "{0}, {1}: {2} -> {3}")
    @CsvSource(textBlock = """
            # fails, recovers, seen, verdicts
            # A fresh judge believes the first success, and no first failure.
            3 of 5, 3 of 3, u,             H
            3 of 5, 3 of 3, d,             ?
            3 of 5, 3 of 3, ddu,           ??H
            3 of 5, 3 of 3, ddd,           ??F
            1 of 1, 1 of 1, dudu,          FHFH
            # Trouble is confirmed within the window.
            3 of 5, 3 of 3, uddd,          HHHF
            3 of 5, 3 of 3, ududud,        HHHHHF
            3 of 5, 3 of 3, uduuduud,      HHHHHHHH
            2 of 10, 1 of 1, uduuuuuuuud,  HHHHHHHHHHF
            # Recovery is confirmed within its own window.
            3 of 5, 3 of 3, uddduuu,       HHHFFFH
            3 of 5, 3 of 3, uddduuduuu,    HHHFFFFFFH
            3 of 5, 5 of 5, uddduuuuu,     HHHFFFFFH
            3 of 5, 2 of 3, uddduduu,      HHHFFFFH
            3 of 5, 1 of 1, uddduu,        HHHFFF
            # As long as the failures are within their window, it is failing.
            1 of 5, 1 of 1, uduuuuu,       HFFFFFH
            # Slow means degraded; a failure is not fast either.
            3 of 5, 3 of 3, usss,          HHHG
            3 of 5, 3 of 3, ussd,          HHHG
            3 of 5, 3 of 3, usssddd,       HHHGGGF
            3 of 5, 3 of 3, usssuuu,       HHHGGGH
            3 of 5, 3 of 3, usssuusuuu,    HHHGGGGGGH
            # Failing becomes degraded only when it surely answers again.
            3 of 5, 3 of 3, udddsss,       HHHFFFG
            3 of 5, 3 of 3, udddusuds,     HHHFFFGGG
            3 of 5, 3 of 3, udddudusd,     HHHFFFFFF
            3 of 5, 3 of 3, udddsssuuu,    HHHFFFGGGH
            # Inconclusive answers teach nothing.
            3 of 5, 3 of 3, iii,           ???
            3 of 5, 3 of 3, udidid,        HHHHHF
            3 of 5, 3 of 3, udddiuiuiu,    HHHFFFFFFH
            # Nothing is known after two intervals of silence; what was seen before it does not count any more.
            3 of 5, 3 of 3, ud-dd,         HHHHF
            3 of 5, 3 of 3, u-u,           HHH
            3 of 5, 3 of 3, u---u,         HHH?H
            3 of 5, 3 of 3, udd---ddd,     HHHHH???F
            3 of 5, 3 of 3, uiiii,         HHH??
            # Trouble does not end by silence and one lucky answer.
            3 of 5, 3 of 3, uddd---u,      HHHFFF??
            3 of 5, 3 of 3, uddd---uuu,    HHHFFF???H
            3 of 5, 3 of 3, uddd---udud,   HHHFFF?????
            3 of 5, 3 of 3, usss---uuu,    HHHGGG???H
            3 of 5, 3 of 3, uddd---sss,    HHHFFF???G
            """)
    void a_sequence_of_answers_gives_a_sequence_of_verdicts(
            String fails, String recovers, String seen, String verdicts) {
        var judge = Judge.fresh(CHAT, List.of(rule(HTTP, fails, recovers)), NOW);

        var given = verdicts(judge, seen);

        assertThat(given).isEqualTo(verdicts);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"uuu, ??H", "uuduuu, ?????H", "ddd, ??F", "sss, ??G", "duddd, ???FF", "iiiuuu, ?????H"})
    void after_a_restart_in_trouble_only_a_confirmed_recovery_ends_it(String seen, String verdicts) {
        var judge = Judge.troubled(CHAT, List.of(rule(HTTP, "3 of 5", "3 of 3")), NOW);

        var given = verdicts(judge, seen);

        assertThat(given.substring(0, verdicts.indexOf('?') < 0 ? 1 : given.length()))
                .startsWith(verdicts.replaceAll("F\\?$", "F"));
    }

    @Test
    void trouble_is_dated_by_its_first_failure_and_confirmed_by_its_last() {
        var judge = Judge.fresh(CHAT, List.of(rule(HTTP, "3 of 5", "3 of 3")), NOW);

        var verdict = seen(judge, "ududdiu").verdict();

        assertThat(verdict)
                .isEqualTo(new Verdict.Failing(
                        CHAT, ServiceState.MAJOR_OUTAGE, slot(1), slot(4), "chat/1-http: HTTP 503, 3 of the last 5"));
    }

    @Test
    void trouble_that_goes_on_keeps_its_date() {
        var judge = Judge.fresh(CHAT, List.of(rule(HTTP, "3 of 5", "3 of 3")), NOW);

        var verdict = seen(judge, "uddddddddd").verdict();

        assertThat(verdict.since()).isEqualTo(slot(1));
    }

    @Test
    void recovery_is_dated_by_its_first_success() {
        var judge = Judge.fresh(CHAT, List.of(rule(HTTP, "3 of 5", "3 of 3")), NOW);

        var verdict = seen(judge, "uddduuuuu").verdict();

        assertThat(verdict).isEqualTo(new Verdict.Healthy(CHAT, slot(4)));
    }

    @Test
    void getting_better_is_dated_by_the_first_answer_that_is_not_a_failure() {
        var judge = Judge.fresh(CHAT, List.of(rule(HTTP, "3 of 5", "3 of 3")), NOW);

        var verdict = seen(judge, "udddsss").verdict();

        assertThat(verdict)
                .isEqualTo(new Verdict.Degraded(
                        CHAT, slot(4), slot(6), "chat/1-http: answered after 1.2s, more than 800ms, 5 of the last 5"));
    }

    @Test
    void what_is_not_known_yet_says_why() {
        var judge = Judge.fresh(CHAT, List.of(rule(HTTP, "3 of 5", "3 of 3")), NOW);

        var verdicts = List.of(
                judge.verdict(),
                seen(judge, "d").verdict(),
                seen(judge, "u").at(slot(3)).verdict());

        assertThat(verdicts)
                .containsExactly(
                        new Verdict.Unknown(CHAT, NOW, "chat/1-http: not observed yet"),
                        new Verdict.Unknown(CHAT, NOW, "chat/1-http: HTTP 503, not confirmed yet"),
                        new Verdict.Unknown(CHAT, slot(3), "chat/1-http: no observation for two intervals"));
    }

    @Test
    void an_answer_that_takes_long_is_no_gap() {
        var judge = Judge.fresh(CHAT, List.of(rule(HTTP, "2 of 2", "1 of 1")), NOW);

        var verdict = judge.with(new Observation(HTTP, slot(1), ofSeconds(10), answer('d')))
                .with(new Observation(HTTP, slot(4), ofSeconds(10), answer('d')))
                .verdict();

        assertThat(verdict).isInstanceOf(Verdict.Failing.class);
    }

    @Test
    void an_observation_of_another_check_changes_nothing() {
        var judge = Judge.fresh(CHAT, List.of(rule(HTTP, "1 of 1", "1 of 1")), NOW);

        var verdict = judge.with(observation(TLS, slot(1), 'd')).verdict();

        assertThat(verdict).isEqualTo(judge.verdict());
    }

    @Test
    void a_service_without_checks_cannot_be_judged() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Judge.fresh(CHAT, List.of(), NOW))
                .withMessage("service 'chat' should have at least one check");
    }

    private static Rule rule(CheckId check, String fails, String recovers) {
        return new Rule(
                check, EVERY, ServiceState.MAJOR_OUTAGE, Confirmation.parse(fails), Confirmation.parse(recovers));
    }

    private static Judge seen(Judge fresh, String seen) {
        var judge = fresh;
        for (var slot = 0; slot < seen.length(); slot++) {
            judge = judge.with(observation(HTTP, slot(slot), seen.charAt(slot)));
        }
        return judge;
    }

    private static Instant slot(int slot) {
        return NOW.plus(EVERY.multipliedBy(slot));
    }

    private static String verdicts(Judge fresh, String seen) {
        var judge = fresh;
        var verdicts = new StringBuilder();
        for (var slot = 0; slot < seen.length(); slot++) {
            var at = slot(slot).plusMillis(7L * (slot % 3)); // never quite on time
            judge = seen.charAt(slot) == '-' ? judge : judge.with(observation(HTTP, at, seen.charAt(slot)));
            judge = judge.at(at.plusMillis(1));
            verdicts.append(letter(judge.verdict()));
        }
        return verdicts.toString();
    }

    private static Observation observation(CheckId check, Instant at, char seen) {
        return new Observation(check, at, ofMillis(5), answer(seen));
    }

    private static Answer answer(char seen) {
        return switch (seen) {
            case 'u' -> new Answer.Up();
            case 's' -> new Answer.Slow("answered after 1.2s, more than 800ms");
            case 'd' -> new Answer.Down(Answer.Layer.ANSWER, "HTTP 503");
            case 'i' -> new Answer.Inconclusive("too many open files");
            default -> throw new IllegalArgumentException("no such answer: " + seen);
        };
    }

    private static char letter(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Healthy _ -> 'H';
            case Verdict.Degraded _ -> 'G';
            case Verdict.Failing _ -> 'F';
            case Verdict.Unknown _ -> '?';
        };
    }
}
