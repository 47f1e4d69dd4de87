package dev.backonline.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.check.Observation.Location;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each location asks at the same interval, a second after the one before it. */
class LocationsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T21:04:00Z");
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final ServiceId CHAT = new ServiceId("chat");
    private static final CheckId HTTP = new CheckId("chat/1-http");
    private static final List<Location> LOCATIONS =
            List.of(new Location("milan"), new Location("lyon"), new Location("porto"));

    /**
     * For each location one letter per interval, oldest first: u up, s slow, d down, - silent. Then the verdict after each interval:
     * H healthy, G degraded, F failing, ? unknown. Three failures of five confirm, and three successes of three.
     */
    @ParameterizedTest(name = "{0} must agree: {1} {2} {3}")
    @CsvSource(textBlock = """
            # agree, milan,   lyon,     porto,    verdicts
            # One is enough to fail, and then all have to recover.
            1,       uuuuuu,  uuuuuu,   uuuuuu,   HHHHHH
            1,       udddd,   uuuuu,    uuuuu,    HHHFF
            1,       udddduuu, udddduu-, uuuuuuuu, HHHFFFFF
            1,       usss,    uuuu,     uuuu,     HHHG
            # Two have to agree.
            2,       udddd,   uuuuu,    uuuuu,    HHHHH
            2,       udddd,   uuddd,    uuuuu,    HHHHF
            2,       uddddd,  uuuddd,   uuuuuu,   HHHHHF
            2,       ussss,   uuddd,    uuuuu,    HHHHG
            2,       udddduuu, udddddddd, uuuuuuuu, HHHFFFFH
            # All three.
            3,       udddd,   udddd,    uuuuu,    HHHHH
            3,       udddd,   udddd,    udddd,    HHHFF
            # Too few are heard from: nothing is known, whatever they say.
            2,       uuuu,    ----,     ----,     ????
            2,       dddd,    ----,     ----,     ????
            2,       uuuu,    --uu,     ----,     ??HH
            3,       dddd,    dddd,     ----,     ????
            2,       uuuuuu,  u-----,   ------,   HHH???
            # One too many is silent, and the others still are enough.
            2,       uuuuuu,  uuuuuu,   u-----,   HHHHHH
            2,       uddddd,  uddddd,   u-----,   HHHFFF
            # Silence ends no trouble: the one that saw it last could still make it up.
            2,       uddddddd, udddd---, uuuuuuuu, HHHFFFF?
            2,       udddduuu, udddd---, uuuuuuuu, HHHFFFFH
            1,       udddd---, uuuuuuuu, uuuuuuuu, HHHFFFF?
            # Nothing is heard from anywhere any more.
            2,       uuu----, uuu----,  uuu----,  HHHHH??
            """)
    void locations_agree_upon_a_verdict(int agree, String milan, String lyon, String porto, String verdicts) {
        var judge = Judge.fresh(CHAT, List.of(rule(agree)), NOW);

        var given = verdicts(judge, List.of(milan, lyon, porto));

        assertThat(given).isEqualTo(verdicts);
    }

    @Test
    void trouble_is_dated_by_when_enough_saw_it_and_names_who_did() {
        var judge = seen(Judge.fresh(CHAT, List.of(rule(2)), NOW), List.of("udddd", "uuddd", "uuuuu"));

        var verdict = judge.verdict();

        assertThat(verdict)
                .isEqualTo(new Verdict.Failing(
                        CHAT,
                        ServiceState.MAJOR_OUTAGE,
                        at(2, 1),
                        at(4, 1),
                        "chat/1-http: HTTP 503, 4 of the last 5 (from lyon, milan)"));
    }

    @Test
    void too_few_locations_are_said_with_how_many_there_are() {
        var judge = seen(Judge.fresh(CHAT, List.of(rule(2)), NOW), List.of("uuuu", "", ""));

        assertThat(judge.verdict())
                .isEqualTo(new Verdict.Unknown(CHAT, NOW, "chat/1-http: heard from 1 of 2 locations"));
        assertThat(judge.lacksLocations()).isTrue();
    }

    @Test
    void nobody_is_missed_where_one_location_is_enough() {
        var judge = Judge.fresh(CHAT, List.of(rule(1)), NOW);

        assertThat(judge.lacksLocations()).isFalse();
    }

    @Test
    void a_location_that_was_taken_away_in_trouble_is_forgotten_after_an_hour() {
        var judge = seen(Judge.fresh(CHAT, List.of(rule(1)), NOW), List.of("udddd", "uuuuu", "uuuuu"));
        for (var slot = 5; slot < 5 + 6 * 59; slot++) {
            judge = seen(judge, slot, 1, 'u').at(at(slot, 2));
        }

        var before = judge.verdict();
        var after = seen(judge, 5 + 6 * 60, 1, 'u').at(at(6 * 60 + 6, 2)).verdict();

        assertThat(before).isInstanceOf(Verdict.Unknown.class);
        assertThat(after).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void after_a_restart_in_trouble_each_location_has_to_confirm_that_it_is_over() {
        var judge = Judge.troubled(CHAT, List.of(rule(2)), NOW);

        var given = verdicts(judge, List.of("uuuu", "-uuu", "----"));

        assertThat(given).isEqualTo("???H");
    }

    private static Rule rule(int locations) {
        return new Rule(
                HTTP, EVERY, ServiceState.MAJOR_OUTAGE, new Confirmation(3, 5), new Confirmation(3, 3), locations);
    }

    private static Judge seen(Judge fresh, List<String> seen) {
        var judge = fresh;
        for (var slot = 0; slot < seen.getFirst().length(); slot++) {
            judge = seen(judge, slot, seen);
        }
        return judge;
    }

    private static Judge seen(Judge before, int slot, List<String> seen) {
        var judge = before;
        for (var place = 0; place < seen.size(); place++) {
            if (slot < seen.get(place).length() && seen.get(place).charAt(slot) != '-') {
                judge = seen(judge, slot, place, seen.get(place).charAt(slot));
            }
        }
        return judge;
    }

    private static Judge seen(Judge judge, int slot, int place, char seen) {
        return judge.with(
                new Observation(HTTP, LOCATIONS.get(place), at(slot, place), Duration.ofMillis(5), answer(seen)));
    }

    private static String verdicts(Judge fresh, List<String> seen) {
        var judge = fresh;
        var verdicts = new StringBuilder();
        for (var slot = 0; slot < seen.getFirst().length(); slot++) {
            judge = seen(judge, slot, seen).at(at(slot, 3));
            verdicts.append(letter(judge.verdict()));
        }
        return verdicts.toString();
    }

    private static Instant at(int slot, int place) {
        return NOW.plus(EVERY.multipliedBy(slot)).plusSeconds(place);
    }

    private static Answer answer(char seen) {
        return switch (seen) {
            case 'u' -> new Answer.Up();
            case 's' -> new Answer.Slow("answered after 1.2s, more than 800ms");
            default -> new Answer.Down(Answer.Layer.ANSWER, "HTTP 503");
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
