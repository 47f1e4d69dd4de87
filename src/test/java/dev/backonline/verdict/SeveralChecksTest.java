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

class SeveralChecksTest {
    private static final Instant NOW = Instant.parse("2026-03-01T21:04:00Z");
    private static final ServiceId CHAT = new ServiceId("chat");
    private static final CheckId HTTP = new CheckId("chat/1-http");
    private static final CheckId TCP = new CheckId("chat/2-tcp");
    private static final CheckId TLS = new CheckId("chat/3-tls");
    private static final Answer UP = new Answer.Up();
    private static final Answer SLOW = new Answer.Slow("answered after 1.2s, more than 800ms");
    private static final Answer DOWN = new Answer.Down(Answer.Layer.ANSWER, "HTTP 503");

    private final Judge fresh = Judge.fresh(
            CHAT,
            List.of(
                    rule(HTTP, Duration.ofSeconds(10), ServiceState.PARTIAL_OUTAGE),
                    rule(TCP, Duration.ofSeconds(10), ServiceState.MAJOR_OUTAGE),
                    rule(TLS, Duration.ofHours(1), ServiceState.DEGRADED_PERFORMANCE)),
            NOW);

    @Test
    void a_service_is_healthy_since_the_last_of_its_checks_succeeded() {
        var judge = told(HTTP, 1, UP, told(TCP, 2, UP, told(TLS, 3, UP, fresh)));

        var verdict = judge.verdict();

        assertThat(verdict).isEqualTo(new Verdict.Healthy(CHAT, second(3)));
    }

    @Test
    void a_check_that_nothing_is_known_of_leaves_the_service_unknown() {
        var judge = told(HTTP, 1, UP, told(TCP, 1, UP, fresh));

        var verdict = judge.verdict();

        assertThat(verdict).isEqualTo(new Verdict.Unknown(CHAT, NOW, "chat/3-tls: not observed yet"));
    }

    @Test
    void any_failing_check_fails_the_service_whatever_else_is_unknown() {
        var judge = told(HTTP, 1, DOWN, told(TCP, 1, UP, fresh));

        var verdict = judge.verdict();

        assertThat(verdict)
                .isEqualTo(new Verdict.Failing(
                        CHAT,
                        ServiceState.PARTIAL_OUTAGE,
                        second(1),
                        second(1),
                        "chat/1-http: HTTP 503, 1 of the last 1"));
    }

    @Test
    void the_worst_impact_speaks_for_the_service() {
        var judge = told(HTTP, 1, DOWN, told(TLS, 2, DOWN, told(TCP, 3, DOWN, fresh)));

        var verdict = judge.verdict();

        assertThat(verdict.state()).contains(ServiceState.MAJOR_OUTAGE);
        assertThat(verdict.since()).isEqualTo(second(3));
    }

    @Test
    void of_the_same_impact_the_earliest_speaks() {
        var judge = told(HTTP, 2, SLOW, told(TCP, 1, SLOW, told(TLS, 3, UP, fresh)));

        var verdict = judge.verdict();

        assertThat(verdict).isInstanceOf(Verdict.Degraded.class);
        assertThat(verdict.state()).contains(ServiceState.DEGRADED_PERFORMANCE);
        assertThat(((Verdict.Degraded) verdict).reason()).startsWith("chat/2-tcp: answered after 1.2s");
    }

    @Test
    void a_failure_outweighs_slowness() {
        var judge = told(TCP, 1, SLOW, told(TLS, 2, DOWN, told(HTTP, 1, UP, fresh)));

        var verdict = judge.verdict();

        assertThat(verdict).isInstanceOf(Verdict.Failing.class);
        assertThat(verdict.since()).isEqualTo(second(2));
    }

    @Test
    void each_check_grows_old_at_its_own_interval() {
        var judge = told(HTTP, 1, UP, told(TCP, 1, UP, told(TLS, 1, UP, fresh)));

        var later = told(HTTP, 60, UP, told(TCP, 60, UP, judge)).at(second(61)).verdict();
        var tooLate = judge.at(second(61)).verdict();

        assertThat(later).isEqualTo(new Verdict.Healthy(CHAT, second(1)));
        assertThat(tooLate).isInstanceOf(Verdict.Unknown.class);
    }

    private static Rule rule(CheckId check, Duration every, ServiceState impact) {
        return new Rule(check, every, impact, new Confirmation(1, 1), new Confirmation(1, 1));
    }

    private static Judge told(CheckId check, int second, Answer answer, Judge judge) {
        return judge.with(new Observation(check, second(second), Duration.ofMillis(5), answer));
    }

    private static Instant second(int second) {
        return NOW.plusSeconds(second);
    }
}
