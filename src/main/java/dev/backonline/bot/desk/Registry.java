package dev.backonline.bot.desk;

import dev.backonline.incident.Alarm;
import dev.backonline.incident.Change;
import dev.backonline.incident.Decision;
import dev.backonline.outbox.Announcer;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.store.Store;
import java.time.Instant;
import java.time.ZoneId;

/** Writes decisions down: what is told together with whom it must be told, and by the calendar of this zone. */
public record Registry(Store store, Announcer announcer, Witness witness, ZoneId zone) {

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

    private boolean isTold(Change change, Instant now) {
        var deliveries = announcer.deliveries(change, channel -> toldToday(channel, now));
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
