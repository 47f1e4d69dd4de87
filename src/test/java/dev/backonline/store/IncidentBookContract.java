package dev.backonline.store;

import static dev.backonline.store.Samples.CHAT;
import static dev.backonline.store.Samples.NOW;
import static dev.backonline.store.Samples.PHOTOS;
import static dev.backonline.store.Samples.id;
import static dev.backonline.store.Samples.next;
import static dev.backonline.store.Samples.opened;
import static dev.backonline.store.Samples.record;
import static dev.backonline.store.Samples.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.MaintenanceId;
import dev.backonline.catalog.Translated;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import dev.backonline.incident.upkeep.Herald;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How incidents are read. */
interface IncidentBookContract extends StoreContract {
    Optional<Translated> WORDS = Optional.of(new Translated(new LinkedHashMap<>(
            Map.of(Locale.ITALIAN, "Un cavo \"tagliato\"\nin mare 🙏", Locale.forLanguageTag("pt-BR"), "Um cabo."))));

    Maintenance UPGRADE = new Maintenance(
            new MaintenanceId("upgrade"),
            WORDS.orElseThrow(),
            WORDS,
            List.of(CHAT, PHOTOS),
            NOW.plusSeconds(60),
            NOW.plusSeconds(120),
            false);

    @Test
    default void what_is_told_of_a_maintenance_is_read_as_it_was_recorded() {
        var store = store();
        var herald = new Herald(id(1), Optional.empty());
        for (var seconds : List.of(0, 60, 120)) {
            var told = said(herald, UPGRADE, NOW.plusSeconds(seconds));
            record(store, told);

            assertThat(store.incidents().find(id(1))).contains(told);
            assertThat(store.incidents().maintenances()).isEqualTo(told.isOpen() ? List.of(told) : List.of());
            herald = new Herald(id(1), Optional.of(told));
        }
    }

    @Test
    default void what_is_told_of_maintenances_is_beside_the_incidents() {
        var store = store();
        record(store, opened(id(2), NOW));
        var planned = said(new Herald(id(1), Optional.empty()), UPGRADE, NOW);
        record(store, planned);
        var calledOff = said(new Herald(id(1), Optional.of(planned)), UPGRADE.calledOff(), NOW);
        record(store, calledOff);

        assertThat(store.incidents().find(id(1))).contains(calledOff);
        assertThat(store.incidents().maintenances()).isEmpty();
        assertThat(store.incidents().live(NOW)).extracting(Incident::id).containsExactly(id(2));
        assertThat(store.incidents().newest(1)).extracting(Incident::id).containsExactly(id(2));
    }

    private static Incident said(Herald herald, Maintenance maintenance, Instant at) {
        return herald.next(maintenance, at).orElseThrow().incident();
    }

    @Test
    default void an_incident_is_read_as_it_was_recorded_after_every_transition() {
        var store = store();
        var problem = opened(id(1), NOW);
        var still = next(problem, Status.IDENTIFIED, new Transition.Still(List.of(CHAT), Optional.empty()));
        var both = List.of(CHAT, PHOTOS);
        var worse = next(still, Status.IDENTIFIED, new Transition.Worse(both, Optional.of(Duration.ofMillis(1500))));
        var better = next(worse, Status.IDENTIFIED, new Transition.Better(List.of(PHOTOS), Optional.empty()));
        var recovering = next(better, Status.MONITORING, new Transition.Recovering(both));
        var again = next(
                recovering,
                Status.INVESTIGATING,
                new Transition.Again(List.of(), NOW.plusSeconds(7), Optional.of(Duration.ofHours(1))));
        var resolved = next(again, Status.RESOLVED, new Transition.Resolved(both, NOW.plusSeconds(99)));
        var intermittent = next(
                resolved,
                Status.INVESTIGATING,
                new Transition.Intermittent(both, NOW.plusSeconds(120), Optional.of(Duration.ofMinutes(20))));
        var note = spoken(intermittent, Status.IDENTIFIED, new Transition.Note(both, Optional.empty()), WORDS);
        var correction = spoken(note, Status.WITHDRAWN, new Transition.Correction(both), Optional.empty());

        for (var version :
                List.of(problem, still, worse, better, recovering, again, resolved, intermittent, note, correction)) {
            record(store, version);

            assertThat(store.incidents().find(id(1))).contains(version);
        }
    }

    /** The same version, said by a person. */
    private static Incident spoken(Incident before, Status status, Transition transition, Optional<Translated> text) {
        var incident = next(before, status, transition);
        var latest = incident.latest();
        var updates = new ArrayList<>(before.updates());
        updates.add(new Update(
                latest.number(),
                latest.at(),
                status,
                transition,
                "by hand",
                Optional.of(new Update.Words("ada", text))));
        return new Incident(
                incident.id(),
                incident.version(),
                status,
                incident.startedAt(),
                incident.onset(),
                incident.resolvedAt(),
                incident.nextStill(),
                incident.services(),
                updates);
    }

    @Test
    default void an_incident_that_was_never_recorded_is_not_found() {
        var store = store();
        record(store, opened(id(1), NOW));

        var found = store.incidents().find(id(2));

        assertThat(found).isEmpty();
    }

    @Test
    default void live_are_the_open_ones_and_those_resolved_since() {
        var store = store();
        var open = opened(id(1), NOW);
        record(store, open);
        var over = recordedAsResolved(store, opened(id(2), NOW.plusSeconds(10)));
        var longOver = recordedAsResolved(store, opened(id(3), NOW.minusSeconds(1)));

        var live = store.incidents().live(over.resolvedAt().orElseThrow());

        assertThat(live).containsExactly(over, open).doesNotContain(longOver);
    }

    @Test
    default void the_newest_come_first_and_no_more_than_asked_for() {
        var store = store();
        var first = opened(id(1), NOW);
        var third = opened(id(2), NOW.plusSeconds(2));
        var second = opened(id(3), NOW.plusSeconds(1));
        List.of(first, third, second).forEach(incident -> record(store, incident));

        var newest = store.incidents().newest(2);

        assertThat(newest).containsExactly(third, second);
    }

    private static Incident recordedAsResolved(Store store, Incident opened) {
        record(store, opened);
        var resolved = resolved(opened);
        record(store, resolved);
        return resolved;
    }
}
