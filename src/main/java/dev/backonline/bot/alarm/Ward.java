package dev.backonline.bot.alarm;

import dev.backonline.bot.desk.Witness;
import dev.backonline.catalog.ServiceId;
import dev.backonline.incident.Alarm;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Hold;
import dev.backonline.outbox.Outbox.Tally;
import dev.backonline.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what operators must know of the channels and of our own side, beside what the engine finds. Level, not edge: an alarm stands for as long
 * as its cause does. Used by one thread.
 */
public final class Ward {
    /** Ours: how old its findings may be. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    /** Ours: how often what is held is read although nothing seems to have changed. */
    private static final Duration READ_EVERY = Duration.ofMinutes(1);

    private final Store store;
    private final Sources sources;
    private final Roll roll;
    private final Map<IncidentId, Boolean> stories = new HashMap<>();
    private Inmates held = new Inmates(List.of(), List.of(), Instant.EPOCH);
    private Instant looked = Instant.EPOCH;

    /** Which channels are refused and why, which services too few locations are heard of, which credentials end soon, and whether the file can't be used. */
    public record Sources(
            Supplier<Map<ChannelId, String>> refused,
            Supplier<List<ServiceId>> unheard,
            Function<Instant, List<Alarm.Expiring>> expiring,
            Supplier<Optional<Alarm.Misread>> misread) {}

    /** What was held when it was last read. */
    private record Inmates(List<Tally> tallies, List<Delivery> deliveries, Instant at) {}

    public Ward(Store store, Sources sources, Witness witness) {
        this.store = store;
        this.sources = sources;
        this.roll = new Roll(witness);
    }

    /** All that stand; {@code more} stand besides. To be called often; blocks on the database from time to time. */
    public List<Alarm> alarms(Stream<Alarm> more, Instant now) {
        if (Duration.between(looked, now).abs().compareTo(LOOK_EVERY) >= 0) {
            read(now);
            Stream<Alarm> ending = sources.expiring().apply(now).stream().map(one -> one);
            Stream<Alarm> misread = sources.misread().get().stream().map(one -> one);
            roll.call(Stream.of(more, held(), refused(), unheard(), ending, misread)
                    .flatMap(some -> some)
                    .toList());
            looked = now;
        }
        return roll.standing();
    }

    private void read(Instant now) {
        var tallies = store.outbox().tally().stream()
                .filter(one -> one.state() == DeliveryState.HELD)
                .toList();
        if (!tallies.equals(held.tallies())
                || Duration.between(held.at(), now).abs().compareTo(READ_EVERY) >= 0) {
            var deliveries = tallies.stream()
                    .flatMap(one -> store.outbox().held(one.channel()).stream())
                    .toList();
            stories.keySet()
                    .retainAll(deliveries.stream().map(Delivery::incident).collect(Collectors.toSet()));
            held = new Inmates(tallies, deliveries, now);
        }
    }

    /** A post about an alarm that is itself held would only beget another: the log and the figures show it. */
    private Stream<Alarm> held() {
        return held.deliveries().stream()
                .filter(one -> !isOn(one, Hold.CREDENTIALS))
                .filter(one -> !isOfAlarm(one))
                .map(one -> new Alarm.Held(
                        one.recipient().channel().value(), one.id().value(), one.note()));
    }

    private Stream<Alarm> refused() {
        var known = sources.refused().get();
        var fixes = new LinkedHashMap<ChannelId, String>();
        held.deliveries().stream()
                .filter(one -> isOn(one, Hold.CREDENTIALS))
                .forEach(one -> fixes.putIfAbsent(one.recipient().channel(), one.note()));
        fixes.putAll(known);
        return fixes.entrySet().stream()
                .map(one -> new Alarm.Refused(one.getKey().value(), one.getValue()));
    }

    private Stream<Alarm> unheard() {
        var services = sources.unheard().get();
        return services.isEmpty() ? Stream.empty() : Stream.of(new Alarm.Unheard(services));
    }

    private static boolean isOn(Delivery delivery, Hold hold) {
        return delivery.reason().hold().filter(hold::equals).isPresent();
    }

    private boolean isOfAlarm(Delivery delivery) {
        return stories.computeIfAbsent(
                delivery.incident(),
                id -> store.incidents().find(id).filter(Incident::isAlarm).isPresent());
    }
}
