package dev.backonline.bot.alarm;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Alarm;
import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import dev.backonline.incident.alarm.Bell;
import dev.backonline.message.Saying;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryId;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Hold;
import dev.backonline.outbox.Recipient;
import dev.backonline.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts incidents into a store, and posts about them that a network did not take. */
record Posts(Store store, ChannelId channel) {
    private static final ServiceId CHAT = new ServiceId("chat");

    static Change problem(String id, Instant at) {
        var problem = new Transition.Problem(List.of(CHAT), Optional.empty());
        return new Change(new Incident(
                new IncidentId(id),
                1,
                Status.INVESTIGATING,
                at,
                at,
                Optional.empty(),
                Optional.empty(),
                List.of(new Involved(CHAT, ServiceState.MAJOR_OUTAGE, at)),
                List.of(new Update(1, at, Status.INVESTIGATING, problem, "HTTP 503"))));
    }

    static Change alarm(Alarm alarm, Instant at) {
        return new Bell(Optional.empty()).stands(alarm, _ -> "alarm0000001", at).orElseThrow();
    }

    /** The post of a change, which waits for this since then. */
    Delivery held(Change change, Hold hold, String why) {
        var incident = change.incident();
        var recipient = new Recipient(channel, Locale.ENGLISH);
        var at = incident.latest().at();
        store.ledger().record(change, List.of(Delivery.of(incident.id(), 1, recipient, at)));
        var ready = store.outbox().thread(incident.id(), recipient).getFirst();
        var frozen = new Frozen(Saying.PROBLEM, "key", "{}", "text", at, Optional.empty(), Optional.empty(), false);
        return advanced(advanced(ready.sending(frozen, ready.claim("one", at.plusSeconds(90))))
                .held(hold, why));
    }

    /** Somebody decided that it is not told. */
    void drop(DeliveryId id) {
        advanced(store.outbox().find(id).orElseThrow().superseded("dropped by a person"));
    }

    private Delivery advanced(Delivery delivery) {
        return store.outbox().advance(List.of(delivery)).orElseThrow().getFirst();
    }
}
