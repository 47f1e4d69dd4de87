package dev.backonline.bot.playback;

import dev.backonline.bot.desk.Crier;
import dev.backonline.bot.watch.Upkeep;
import dev.backonline.catalog.Maintenance;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** Looks at the planned maintenances when there is anything to see, and has them told. */
final class Planner {
    /** Ours: well before the end of what {@link Upkeep} looks ahead. */
    private static final Duration LOOK_EVERY = Duration.ofDays(10);

    private final Upkeep upkeep;
    private final Crier crier;
    private Instant next;

    /** {@code needed}: whether anything is planned at all. */
    Planner(Upkeep upkeep, Crier crier, boolean needed) {
        this.upkeep = upkeep;
        this.crier = crier;
        this.next = needed ? Instant.MIN : Instant.MAX;
    }

    /** When there is something to see or to tell next; {@link Instant#MAX} if never. */
    Instant next() {
        return next;
    }

    /** To be called often. */
    void look(Instant now) {
        if (now.isBefore(next)) {
            return;
        }
        upkeep.refresh(now);
        crier.cry(upkeep.known(), now);
        next = upkeep.known().stream()
                .flatMap(Planner::moments)
                .filter(moment -> moment.isAfter(now))
                .min(Instant::compareTo)
                .filter(now.plus(LOOK_EVERY)::isAfter)
                .orElse(now.plus(LOOK_EVERY));
    }

    /** What the crier missed because it had just looked, it tells at the next look. */
    private static Stream<Instant> moments(Maintenance one) {
        return Stream.concat(Stream.of(one.start(), one.end()), one.ahead().map(one.start()::minus).stream())
                .flatMap(moment -> Stream.of(moment, moment.plus(Crier.LOOK_EVERY)));
    }
}
