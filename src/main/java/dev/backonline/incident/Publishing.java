package dev.backonline.incident;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When trouble becomes public, when it is over, and how often is told in between. */
public record Publishing(
        Duration problemAfter,
        Duration recoveredAfter,
        Duration reopenWithin,
        Duration joinWithin,
        List<Duration> stillEvery) {
    public Publishing {
        stillEvery = List.copyOf(stillEvery);
    }

    /** How long until the follow-up after this many; empty once the cadence has backed off, since then only news is told. */
    Optional<Duration> stillAfter(int stills) {
        if (stillEvery.size() == 1) {
            return Optional.of(stillEvery.getFirst());
        }
        return stills < stillEvery.size() - 1 ? Optional.of(stillEvery.get(stills)) : Optional.empty();
    }
}
