package dev.backonline.bot.alarm;

import dev.backonline.bot.desk.Registry;
import dev.backonline.channel.PublicId;
import dev.backonline.incident.Alarm;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Transition.Alarmed;
import dev.backonline.incident.alarm.AlarmBook.Standing;
import dev.backonline.incident.alarm.Bell;
import dev.backonline.incident.alarm.Storm;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Has operators told of the alarms that stand, on the channels that are internal; without one, the log and the figures are all there is.
 * Whatever was told of them before is in the database.
 */
public final class Siren {
    /** Ours: how late an alarm is told. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    /** Ours: how often it is written down that one still stands, for the other processes, */
    private static final Duration SEEN_EVERY = Duration.ofSeconds(20);
    /** and after how long without that they may take it for over. */
    private static final Duration UNSEEN = Duration.ofSeconds(60);
    /** Ours: after a start it takes so long until everything that stands is seen again, such as credentials that are refused. */
    private static final Duration WARM_UP = Duration.ofSeconds(90);

    private final Registry registry;
    private final BooleanSupplier alone;
    private final Set<String> met = new HashSet<>();
    private final Map<String, Instant> missing = new HashMap<>();
    private Optional<Instant> begun = Optional.empty();
    private Instant looked = Instant.EPOCH;

    /** {@code alone}: whether no other process works on this database. */
    public Siren(Registry registry, BooleanSupplier alone) {
        this.registry = registry;
        this.alone = alone;
    }

    /** {@code alarms}: all that stand, as far as it is seen here. To be called often; blocks on the database from time to time. */
    public void sound(List<Alarm> alarms, Instant now) {
        if (!registry.announcer().hasOperators()
                || Duration.between(looked, now).abs().compareTo(LOOK_EVERY) < 0) {
            return;
        }
        begun = begun.or(() -> Optional.of(now));
        var told = registry.store().alarms().standing();
        var stories = told.stream().collect(Collectors.toMap(Siren::key, one -> one, (one, _) -> one));
        var standing = new Storm(told.stream().map(Siren::alarm).toList()).calmed(alarms);
        var keys = standing.stream().map(Alarm::key).collect(Collectors.toSet());
        met.addAll(keys);
        standing.stream().filter(one -> !stories.containsKey(one.key())).forEach(one -> raise(one, now));
        told.stream().filter(one -> !keys.contains(key(one))).forEach(one -> miss(one, now));
        missing.keySet().removeIf(key -> keys.contains(key) || !stories.containsKey(key));
        met.removeIf(key -> !keys.contains(key) && !stories.containsKey(key));
        look(told, keys, now);
        looked = now;
    }

    private static Alarmed alarm(Standing standing) {
        return standing.story().latest().transition() instanceof Alarmed alarmed
                ? alarmed
                : new Alarmed("", standing.story().id().value(), Map.of(), Optional.empty(), true);
    }

    private static String key(Standing standing) {
        return alarm(standing).key();
    }

    private void raise(Alarm alarm, Instant now) {
        new Bell(registry.store().alarms().last(alarm.key()))
                .stands(alarm, name -> PublicId.of("alarm", name), now)
                .ifPresent(news -> registry.isWritten(news, now));
    }

    private void miss(Standing told, Instant now) {
        var key = key(told);
        var since = missing.computeIfAbsent(key, _ -> now);
        var bell = new Bell(Optional.of(told.story()));
        if (!now.isBefore(since.plus(bell.patience(now))) && isTrusted(key, now) && isUnseen(told, now)) {
            bell.over(now).ifPresent(news -> registry.isWritten(news, now));
        }
    }

    /** What stood before the start may stand still: it was not seen here yet. */
    private boolean isTrusted(String key, Instant now) {
        return met.contains(key)
                || !now.isBefore(begun.map(at -> at.plus(WARM_UP)).orElse(now));
    }

    private boolean isUnseen(Standing told, Instant now) {
        return alone.getAsBoolean() || !now.isBefore(told.seen().plus(UNSEEN));
    }

    private void look(List<Standing> told, Set<String> keys, Instant now) {
        List<IncidentId> stale = told.stream()
                .filter(one -> keys.contains(key(one)))
                .filter(one -> !now.isBefore(one.seen().plus(SEEN_EVERY)))
                .map(one -> one.story().id())
                .toList();
        if (!stale.isEmpty()) {
            registry.store().alarms().seen(stale, now);
        }
    }
}
