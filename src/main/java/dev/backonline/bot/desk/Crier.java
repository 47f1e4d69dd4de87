package dev.backonline.bot.desk;

import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.Maintenance.Stage;
import dev.backonline.channel.PublicId;
import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.upkeep.Herald;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Has told what there is to tell of maintenances. Whatever was told of them before is in the database. */
public final class Crier {
    /** Ours: how late a beginning or an end is told. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    /** Ours: for so long another replica may still have the file that plans it, or have had it before us. */
    private static final Duration MISSED_AFTER = Duration.ofMinutes(10);

    private final Registry registry;
    private final BooleanSupplier muted;
    private final Map<IncidentId, Instant> missing = new HashMap<>();
    private Instant looked = Instant.EPOCH;

    /** {@code muted}: nothing is told then; what is still so afterwards is told then. */
    public Crier(Registry registry, BooleanSupplier muted) {
        this.registry = registry;
        this.muted = muted;
    }

    /** {@code known}: the maintenances around now. To be called often; blocks on the database from time to time. */
    public void cry(List<Maintenance> known, Instant now) {
        if (Duration.between(looked, now).abs().compareTo(LOOK_EVERY) < 0 || muted.getAsBoolean()) {
            return;
        }
        var untold = new LinkedHashMap<IncidentId, Maintenance>();
        known.forEach(one -> untold.put(story(one), one));
        var open = registry.store().incidents().maintenances();
        open.forEach(story -> tell(following(story, Optional.ofNullable(untold.remove(story.id())), now), now));
        missing.keySet()
                .removeIf(id -> open.stream().noneMatch(story -> story.id().equals(id)));
        untold.forEach((id, one) -> tell(beginning(id, one, now), now));
        looked = now;
    }

    /** The same as the id under which programs find it on the page. */
    private static IncidentId story(Maintenance maintenance) {
        return new IncidentId(PublicId.of("maintenance", maintenance.id().value()));
    }

    private Optional<Change> following(Incident story, Optional<Maintenance> known, Instant now) {
        var herald = new Herald(story.id(), Optional.of(story));
        if (known.isPresent()) {
            missing.remove(story.id());
            return herald.next(known.get(), now);
        }
        var since = missing.computeIfAbsent(story.id(), _ -> now);
        return now.isBefore(since.plus(MISSED_AFTER)) ? Optional.empty() : herald.gone(now);
    }

    /** What is over or far away needs no look into the database. */
    private Optional<Change> beginning(IncidentId id, Maintenance maintenance, Instant now) {
        var stage = maintenance.stage(now);
        return stage == Stage.COMPLETED || stage == Stage.CANCELLED || isFar(maintenance, now)
                ? Optional.empty()
                : new Herald(id, registry.store().incidents().find(id)).next(maintenance, now);
    }

    private static boolean isFar(Maintenance maintenance, Instant now) {
        return maintenance
                .ahead()
                .filter(ahead -> !now.isBefore(maintenance.start().minus(ahead)))
                .isEmpty();
    }

    private void tell(Optional<Change> change, Instant now) {
        change.ifPresent(news -> registry.isWritten(news, now));
    }
}
