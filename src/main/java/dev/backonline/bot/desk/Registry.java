package dev.backonline.bot.desk;

import dev.backonline.incident.Alarm;
import dev.backonline.incident.Change;
import dev.backonline.incident.Decision;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Restraint;
import dev.backonline.outbox.Announcer;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.store.Store;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import org.jboss.logging.Logger;

/** Writes decisions down: what is told together with whom it must be told, and by the calendar of this zone. */
public record Registry(Store store, Announcer announcer, Witness witness, ZoneId zone) {
    private static final Logger LOG = Logger.getLogger(Registry.class);

    /** The incidents that were not over before this time, and those of drafts, which may be of one that was. */
    public List<Incident> live(Instant since, Restraint restraint) {
        var live = new LinkedHashMap<IncidentId, Incident>();
        store.incidents().live(since).forEach(incident -> live.put(incident.id(), incident));
        restraint.drafts().stream()
                .filter(draft -> !live.containsKey(draft.incident()))
                .flatMap(draft -> store.incidents().find(draft.incident()).stream())
                .forEach(incident -> live.put(incident.id(), incident));
        return List.copyOf(live.values());
    }

    /** Somebody is here for people to speak to; what waits for them waits longer if nobody was. */
    public void awake(Instant now) {
        var away = store.restraints().awake(now);
        if (away.isPositive()) {
            LOG.infof("What waits for a person waits longer, since nobody was here seconds=%d", away.toSeconds());
        }
    }

    /** False, with nothing changed, if it was decided elsewhere. Whoever is to hear of it has heard of it then. */
    public boolean isWritten(Decision decision, Instant now) {
        return switch (decision) {
            case Change change -> isTold(change, now);
            case Decision.Quiet quiet -> {
                var kept = store.restraints().keep(quiet);
                if (kept) {
                    witness.kept(quiet);
                }
                yield kept;
            }
        };
    }

    /** Whom a change must be told, what waits for a person, and what its channel takes no more today. */
    List<Delivery> deliveries(Change change, Instant now) {
        return announcer.deliveries(change, channel -> toldToday(channel, now));
    }

    private boolean isTold(Change change, Instant now) {
        var deliveries = deliveries(change, now);
        var told = store.ledger().record(change, deliveries);
        if (told) {
            witness.told(change);
            deliveries.stream()
                    .filter(delivery -> delivery.state() == DeliveryState.SUPERSEDED)
                    .forEach(this::ring);
        }
        return told;
    }

    private long toldToday(ChannelId channel, Instant now) {
        var midnight = now.atZone(zone).toLocalDate().atStartOfDay(zone);
        return store.outbox().told(channel, midnight.toInstant());
    }

    private void ring(Delivery stopped) {
        var channel = stopped.recipient().channel().value();
        witness.raised(new Alarm.Capped(channel, stopped.note(), stopped.incident(), stopped.update()));
    }
}
