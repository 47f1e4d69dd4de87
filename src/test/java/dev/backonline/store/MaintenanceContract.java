package dev.backonline.store;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.MaintenanceId;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.Translated;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How planned maintenances are kept. */
interface MaintenanceContract extends StoreContract {
    Instant NIGHT = Instant.parse("2026-12-01T01:00:00Z");

    @Test
    default void a_maintenance_is_read_as_it_was_written() {
        var texts = new LinkedHashMap<Locale, String>();
        texts.put(Locale.ITALIAN, "Aggiornamento");
        texts.put(Locale.ENGLISH, "Upgrade");
        var upgrade = new Maintenance(
                new MaintenanceId("upgrade"),
                new Translated(texts),
                Optional.of(Translated.same("Messages may arrive late.")),
                List.of(new ServiceId("photos"), new ServiceId("chat")),
                NIGHT,
                NIGHT.plus(ofHours(2)),
                false,
                Optional.of(ofHours(36)));
        var store = store();

        store.maintenances().write(upgrade);

        assertThat(store.maintenances().between(NIGHT, NIGHT.plusSeconds(1))).containsExactly(upgrade);
    }

    @Test
    default void one_that_is_told_nowhere_stays_so() {
        var loud = planned("upgrade", NIGHT);
        var quiet = new Maintenance(
                loud.id(), loud.title(), loud.detail(), loud.services(), NIGHT, loud.end(), false, Optional.empty());
        var store = store();

        store.maintenances().write(quiet);

        assertThat(store.maintenances().between(NIGHT, NIGHT.plusSeconds(1))).containsExactly(quiet);
    }

    @Test
    default void what_is_written_again_replaces_what_was_written() {
        var store = store();
        var planned = planned("upgrade", NIGHT);
        store.maintenances().write(planned);

        store.maintenances().write(planned.calledOff());

        assertThat(store.maintenances().between(NIGHT, NIGHT.plusSeconds(1))).containsExactly(planned.calledOff());
    }

    @Test
    default void those_are_found_of_which_a_part_lies_between_the_earliest_first() {
        var store = store();
        var first = planned("b-first", NIGHT);
        var second = planned("a-second", NIGHT.plus(ofHours(1)));
        store.maintenances().write(second);
        store.maintenances().write(first);
        store.maintenances().write(planned("over", NIGHT.minus(ofHours(2))));
        store.maintenances().write(planned("later", NIGHT.plus(ofHours(2))));

        var found = store.maintenances().between(NIGHT, NIGHT.plus(ofHours(2)));

        assertThat(found).containsExactly(first, second);
    }

    private static Maintenance planned(String id, Instant start) {
        return new Maintenance(
                new MaintenanceId(id),
                Translated.same("Upgrade"),
                Optional.empty(),
                List.of(new ServiceId("chat")),
                start,
                start.plus(ofHours(2)),
                false);
    }
}
