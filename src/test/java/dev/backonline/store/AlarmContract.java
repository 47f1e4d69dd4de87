package dev.backonline.store;

import static dev.backonline.store.Samples.NOW;
import static dev.backonline.store.Samples.SKY;
import static dev.backonline.store.Samples.id;
import static dev.backonline.store.Samples.opened;
import static dev.backonline.store.Samples.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.incident.Alarm;
import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.alarm.AlarmBook.Standing;
import dev.backonline.incident.alarm.Bell;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How it is kept what operators were told of alarms. */
interface AlarmContract extends StoreContract {
    Alarm HELD = new Alarm.Held("square", 7, "it may have arrived, and nobody can tell: \"release\" or drop it");

    private static Incident raised(Store store, Instant now) {
        var change = new Bell(store.alarms().last(HELD.key()))
                .stands(HELD, _ -> id(7).value(), now)
                .orElseThrow();
        record(store, change.incident(), SKY);
        return change.incident();
    }

    private static Incident ended(Store store, Incident story, Instant now) {
        var change = new Bell(Optional.of(story)).over(now).orElseThrow();
        record(store, change.incident(), SKY);
        return change.incident();
    }

    @Test
    default void an_alarm_is_read_as_it_was_told() {
        var store = store();

        var told = raised(store, NOW);

        assertThat(store.alarms().standing()).containsExactly(new Standing(told, NOW));
        assertThat(store.incidents().find(id(7))).contains(told);
        assertThat(store.alarms().last(HELD.key())).contains(told);
        assertThat(store.alarms().last("held/8")).isEmpty();
    }

    @Test
    default void one_that_is_over_stands_no_longer_and_is_remembered() {
        var store = store();
        var told = raised(store, NOW);

        var over = ended(store, told, NOW.plusSeconds(60));

        assertThat(store.alarms().standing()).isEmpty();
        assertThat(store.alarms().last(HELD.key())).contains(over);
        assertThat(store.incidents().find(id(7))).contains(over);
    }

    @Test
    default void nothing_of_an_alarm_is_among_the_incidents_and_maintenances() {
        var store = store();
        record(store, opened(id(1), NOW));
        var told = raised(store, NOW);
        var incident = List.of(opened(id(1), NOW));

        assertThat(store.incidents().live(Instant.EPOCH)).isEqualTo(incident);
        assertThat(store.incidents().newest(10)).isEqualTo(incident);
        assertThat(store.incidents().maintenances()).isEmpty();

        ended(store, told, NOW.plusSeconds(60));

        assertThat(store.incidents().live(Instant.EPOCH)).isEqualTo(incident);
        assertThat(store.incidents().newest(10)).isEqualTo(incident);
        assertThat(store.incidents().maintenances()).isEmpty();
    }

    @Test
    default void two_processes_that_see_the_same_alarm_tell_it_once() {
        var store = store();
        var one =
                new Bell(Optional.empty()).stands(HELD, _ -> id(7).value(), NOW).orElseThrow();
        var other = new Bell(Optional.empty())
                .stands(HELD, _ -> id(7).value(), NOW.plusMillis(3))
                .orElseThrow();

        record(store, one.incident(), SKY);

        assertThat(store.ledger()
                        .record(new Change(other.incident()), List.of(Samples.delivery(other.incident(), SKY))))
                .isFalse();
        assertThat(store.outbox().of(id(7))).hasSize(1);
    }

    @Test
    default void it_is_known_when_one_was_last_seen_to_stand() {
        var store = store();
        var told = raised(store, NOW);

        store.alarms().seen(List.of(id(7)), NOW.plusSeconds(20));
        store.alarms().seen(List.of(id(7)), NOW.plusSeconds(10));

        assertThat(store.alarms().standing()).containsExactly(new Standing(told, NOW.plusSeconds(20)));
    }
}
