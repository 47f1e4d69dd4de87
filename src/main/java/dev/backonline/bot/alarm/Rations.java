package dev.backonline.bot.alarm;

import dev.backonline.bot.desk.Registry;
import dev.backonline.incident.Alarm;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the open incidents of which a channel does not tell everything, since it has had its posts of the day. Used by one thread. */
public final class Rations {
    /** Ours: how old its findings may be. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final Registry registry;
    private List<Alarm> found = List.of();
    private Instant looked = Instant.EPOCH;

    public Rations(Registry registry) {
        this.registry = registry;
    }

    /** To be called often; blocks on the database from time to time, if the file rations any channel. */
    List<Alarm> alarms(Instant now) {
        if (!registry.announcer().rationed().isEmpty()
                && Duration.between(looked, now).abs().compareTo(LOOK_EVERY) >= 0) {
            found = registry.store().incidents().live(now).stream()
                    .filter(Incident::isOpen)
                    .flatMap(incident -> capped(incident.id()).values().stream())
                    .toList();
            looked = now;
        }
        return found;
    }

    /** The first on each channel: one alarm says it for the rest of the incident. */
    private Map<ChannelId, Alarm> capped(IncidentId incident) {
        return registry.store().outbox().of(incident).stream()
                .filter(registry.announcer()::isCapped)
                .collect(Collectors.toMap(one -> one.recipient().channel(), Rations::alarm, (one, _) -> one));
    }

    private static Alarm alarm(Delivery stopped) {
        var channel = stopped.recipient().channel().value();
        return new Alarm.Capped(channel, stopped.note(), stopped.incident(), stopped.update());
    }
}
