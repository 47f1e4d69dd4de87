package dev.backonline.verdict;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.ValueSource;

/** One check each minute, whose every answer is confirmed at once. */
class FlappingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T21:00:00Z");
    private static final ServiceId CHAT = new ServiceId("chat");
    private static final CheckId HTTP = new CheckId("chat/1-http");

    /** A letter for each minute. Seen: u up, d down, - nothing asked. Verdict: H healthy, F failing, ? unknown. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            # Five changes within half an hour: in trouble until it was well for ten minutes.
            5 in 30m, ududduuuuuuuuuuuu,    HFHFFHHHHHHHHHHHH
            5 in 30m, udududuuuuuuuuuuuu,   HFHFHFFFFFFFFFFFHH
            # Another failure while it is restless: the ten minutes begin again.
            5 in 30m, ududududuuuuuuuuuuuu, HFHFHFFFFFFFFFFFFFHH
            # Slower changes are outages of their own.
            5 in 3m,  udududuu,             HFHFHFHH
            3 in 3m,  uduuuu,               HFHHHH
            3 in 3m,  ududuuuu,             HFHFFHHH
            3 in 9m,  ududuuuuu,            HFHFFFFHH
            # Calm once more, it starts from nothing.
            3 in 9m,  ududuuuuudu,          HFHFFFFHHFH
            never,    ududududududududu,    HFHFHFHFHFHFHFHFH
            # Silence is no change, and no calm.
            3 in 9m,  ud---dud,             HFFF?FHF
            3 in 9m,  udu---d,              HFHHH?F
            3 in 9m,  udud---uuuu,          HFHFFF?FFFH
            """)
    void a_service_that_breaks_again_and_again_is_in_trouble_until_it_is_calm(
            String flapping, String seen, String verdicts) {
        var judge = judge(flapping);
        var given = new StringBuilder();
        for (var minute = 0; minute < seen.length(); minute++) {
            judge = seen(judge, minute, seen.charAt(minute)).at(at(minute).plusSeconds(1));
            given.append(letter(judge.verdict()));
        }

        assertThat(given).hasToString(verdicts);
    }

    @Test
    void restless_trouble_says_so_and_is_dated_by_the_failure_that_made_it() {
        var judge = judge("5 in 30m");
        for (var minute = 0; minute < 8; minute++) {
            judge = seen(judge, minute, "udududuu".charAt(minute));
        }

        var verdict = judge.verdict();

        assertThat(verdict)
                .isEqualTo(new Verdict.Failing(
                        CHAT,
                        ServiceState.MAJOR_OUTAGE,
                        at(5),
                        at(5),
                        "well since 2026-03-01T21:06:00Z, but flapping (5 in 30m), until it is well for 10m; last"
                                + " chat/1-http: HTTP 503, 1 of the last 1"));
    }

    @Test
    void calm_is_noticed_without_a_new_observation_and_dated_by_when_it_began() {
        var judge = judge("3 in 3m");
        for (var minute = 0; minute < 5; minute++) {
            judge = seen(judge, minute, "ududu".charAt(minute));
        }

        var verdict = judge.at(at(5)).verdict();

        assertThat(verdict).isEqualTo(new Verdict.Healthy(CHAT, at(4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5 in 30m", "7 in 2h", "3 in 45s", "4 in 90m", "never"})
    void it_is_written_as_it_is_read(String text) {
        assertThat(Flapping.parse(text)).hasToString(text);
    }

    private static Judge judge(String flapping) {
        var once = new Confirmation(1, 1);
        var rule = new Rule(HTTP, Duration.ofMinutes(1), ServiceState.MAJOR_OUTAGE, once, once);
        return Judge.fresh(new Standard(CHAT, List.of(rule), new Quorum.Any(), Flapping.parse(flapping)), NOW);
    }

    private static Judge seen(Judge judge, int minute, char seen) {
        if (seen == '-') {
            return judge;
        }
        var answer = seen == 'u' ? new Answer.Up() : new Answer.Down(Answer.Layer.ANSWER, "HTTP 503");
        return judge.with(new Observation(HTTP, at(minute), Duration.ofMillis(5), answer));
    }

    private static Instant at(int minute) {
        return NOW.plus(Duration.ofMinutes(minute));
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
