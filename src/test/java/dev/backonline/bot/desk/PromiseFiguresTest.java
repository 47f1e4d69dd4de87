package dev.backonline.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Alarm;
import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromiseFiguresTest {
    private static final Instant NOW = Instant.parse("2026-11-24T20:04:00Z");
    private static final ServiceId CHAT = new ServiceId("chat");
    private static final IncidentId INCIDENT = new IncidentId("v3i5nozdvfs6");

    private final SimpleMeterRegistry figures = new SimpleMeterRegistry();
    private final PromiseFigures promises = new PromiseFigures(figures);

    private static Change told(Optional<Instant> next) {
        var update = new Update(
                1, NOW, Status.INVESTIGATING, new Transition.Problem(List.of(CHAT), Optional.empty()), "HTTP 503");
        return new Change(new Incident(
                INCIDENT,
                1,
                Status.INVESTIGATING,
                NOW,
                NOW,
                Optional.empty(),
                next,
                List.of(new Involved(CHAT, ServiceState.MAJOR_OUTAGE, NOW)),
                List.of(update)));
    }

    private double count(String outcome) {
        return figures.get("backonline.promises")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    @Test
    void figures_are_there_before_anything_is_promised() {
        assertThat(count("kept")).isZero();
        assertThat(count("missed")).isZero();
    }

    @Test
    void what_is_told_next_keeps_the_promise_and_may_promise_more() {
        promises.told(told(Optional.of(NOW.plusSeconds(1200))));
        promises.told(told(Optional.of(NOW.plusSeconds(2400))));

        promises.told(told(Optional.empty()));
        promises.told(told(Optional.empty()));

        assertThat(count("kept")).isEqualTo(2);
        assertThat(count("missed")).isZero();
    }

    @Test
    void what_comes_after_a_missed_promise_does_not_keep_it() {
        promises.told(told(Optional.of(NOW.plusSeconds(1200))));
        promises.raised(new Alarm.PromiseMissed(INCIDENT, NOW.plusSeconds(1200), "muted by anna"));

        promises.told(told(Optional.empty()));

        assertThat(count("kept")).isZero();
        assertThat(count("missed")).isEqualTo(1);
    }

    @Test
    void a_promise_that_a_person_forgot_is_missed_too() {
        promises.raised(new Alarm.PromiseDue(INCIDENT, NOW));

        assertThat(count("missed")).isEqualTo(1);
    }
}
