package dev.backonline.verdict;

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
import org.junit.jupiter.params.provider.ValueSource;

/** Three checks: the first means degraded performance, the second a partial outage, the third a major one. */
class QuorumTest {
    private static final Instant NOW = Instant.parse("2026-03-01T21:04:00Z");
    private static final ServiceId CHAT = new ServiceId("chat");
    private static final List<ServiceState> IMPACTS =
            List.of(ServiceState.DEGRADED_PERFORMANCE, ServiceState.PARTIAL_OUTAGE, ServiceState.MAJOR_OUTAGE);

    /** One letter for each check: u up, s slow, d down, - not observed yet; all in the same second but their number. */
    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(nullValues = "unknown", textBlock = """
            any,    uuu, OPERATIONAL,          since 3
            any,    duu, DEGRADED_PERFORMANCE, since 1
            any,    ddu, PARTIAL_OUTAGE,       since 2
            any,    ddd, MAJOR_OUTAGE,         since 3
            any,    usu, DEGRADED_PERFORMANCE, since 2
            any,    uu-, unknown,              since 0
            any,    du-, DEGRADED_PERFORMANCE, since 1
            # The impact is that of the worst that fails, once enough do.
            2 of 3, uuu, OPERATIONAL,          since 2
            2 of 3, uud, OPERATIONAL,          since 2
            2 of 3, dud, MAJOR_OUTAGE,         since 3
            2 of 3, ddu, PARTIAL_OUTAGE,       since 2
            2 of 3, ddd, MAJOR_OUTAGE,         since 3
            # Whoever fails is not fast either.
            2 of 3, usd, DEGRADED_PERFORMANCE, since 3
            2 of 3, uss, DEGRADED_PERFORMANCE, since 3
            2 of 3, sus, DEGRADED_PERFORMANCE, since 3
            2 of 3, uus, OPERATIONAL,          since 2
            # What is not known could make it up, or not.
            2 of 3, uu-, OPERATIONAL,          since 2
            2 of 3, ud-, unknown,              since 0
            2 of 3, u--, unknown,              since 0
            2 of 3, dd-, PARTIAL_OUTAGE,       since 2
            all,    ddd, MAJOR_OUTAGE,         since 3
            all,    ddu, OPERATIONAL,          since 3
            all,    dds, DEGRADED_PERFORMANCE, since 3
            all,    dd-, unknown,              since 0
            all,    u--, OPERATIONAL,          since 1
            """)
    void as_many_checks_as_are_needed_make_a_verdict(String quorum, String seen, ServiceState state, String since) {
        var judge = seen(quorum, seen);

        var verdict = judge.verdict();

        assertThat(verdict.state().orElse(null)).isEqualTo(state);
        assertThat(verdict.since()).isEqualTo(NOW.plusSeconds(Long.parseLong(since.substring(6))));
    }

    @Test
    void the_reason_counts_and_names_all_that_make_the_quorum() {
        var verdict = (Verdict.Failing) seen("2 of 3", "udd").verdict();

        assertThat(verdict.reason())
                .isEqualTo("2 of 3 checks, 2 of 3: chat/2-tcp: HTTP 503, 1 of the last 1;"
                        + " chat/3-tcp: HTTP 503, 1 of the last 1");
    }

    @Test
    void every_check_says_what_it_found_whatever_the_verdict() {
        var findings = seen("2 of 3", "ud-").findings();

        assertThat(findings)
                .containsExactly(
                        "chat/1-tcp: up, 1 of the last 1",
                        "chat/2-tcp: HTTP 503, 1 of the last 1",
                        "chat/3-tcp: not observed yet");
    }

    @Test
    void a_quorum_counts_all_checks_that_there_are() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard("2 of 4"))
                .withMessage(
                        "the quorum '2 of 4' should count all checks of the service, which has 3 of service 'chat'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"any", "all", "2 of 3"})
    void a_quorum_is_written_as_it_is_read(String text) {
        assertThat(Quorum.parse(text)).hasToString(text);
    }

    private static Judge seen(String quorum, String seen) {
        var judge = Judge.fresh(standard(quorum), NOW);
        for (var check = 1; check <= 3; check++) {
            if (seen.charAt(check - 1) != '-') {
                judge = judge.with(new Observation(
                        id(check), NOW.plusSeconds(check), Duration.ofMillis(5), answer(seen.charAt(check - 1))));
            }
        }
        return judge;
    }

    private static Standard standard(String quorum) {
        var rules = List.of(rule(1), rule(2), rule(3));
        return new Standard(CHAT, rules, Quorum.parse(quorum), Flapping.NEVER);
    }

    private static Rule rule(int check) {
        var once = new Confirmation(1, 1);
        return new Rule(id(check), Duration.ofSeconds(10), IMPACTS.get(check - 1), once, once);
    }

    private static CheckId id(int check) {
        return new CheckId("chat/%d-tcp".formatted(check));
    }

    private static Answer answer(char seen) {
        return switch (seen) {
            case 'u' -> new Answer.Up();
            case 's' -> new Answer.Slow("answered after 1.2s, more than 800ms");
            default -> new Answer.Down(Answer.Layer.ANSWER, "HTTP 503");
        };
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"any, PT10S", "2 of 3, PT1M", "all, PT6H"})
    void its_answers_are_as_far_apart_as_those_of_the_quickest_checks_that_are_needed(String quorum, Duration round) {
        var rules = List.of(
                asked(1, Duration.ofHours(6)), asked(2, Duration.ofSeconds(10)), asked(3, Duration.ofMinutes(1)));

        var standard = new Standard(CHAT, rules, Quorum.parse(quorum), Flapping.NEVER);

        assertThat(standard.round()).isEqualTo(round);
    }

    private static Rule asked(int number, Duration every) {
        return new Rule(
                new CheckId("chat/%d-http".formatted(number)),
                every,
                ServiceState.MAJOR_OUTAGE,
                Confirmation.ONCE,
                Confirmation.ONCE);
    }
}
