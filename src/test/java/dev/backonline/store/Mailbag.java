package dev.backonline.store;

import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Hold;
import dev.backonline.outbox.Outbox;
import dev.backonline.outbox.Recipient;
import dev.backonline.store.memory.MemoryStore;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A memory store with deliveries in it, for tests of what works on deliveries; each channel has one incident of its own. */
public final class Mailbag {
    private final MemoryStore memory = new MemoryStore();
    private final Store store = memory.store();
    private final Map<String, Incident> incidents = new HashMap<>();

    public Outbox outbox() {
        return store.outbox();
    }

    /** The channel's incident goes on, and is to be told. */
    public Mailbag told(String channel) {
        var incident = incidents.merge(
                channel,
                Samples.opened(Samples.id(incidents.size() + 1), Samples.NOW),
                (before, _) -> Samples.still(before));
        store.ledger().record(new Change(incident), List.of(Samples.delivery(incident, recipient(channel))));
        return this;
    }

    /** The newest may have arrived. */
    public Mailbag unknown(String channel) {
        Samples.advanced(store, sending(channel).unknown(Samples.NOW, "connection reset"));
        return this;
    }

    /** The newest waits for a person. */
    public Delivery held(String channel) {
        return Samples.advanced(store, sending(channel).held(Hold.DOUBT, "nobody can tell"));
    }

    private Delivery sending(String channel) {
        return Samples.sending(store, of(channel).getLast());
    }

    public List<Delivery> of(String channel) {
        return incidents.values().stream()
                .flatMap(incident -> store.outbox().thread(incident.id(), recipient(channel)).stream())
                .toList();
    }

    private static Recipient recipient(String channel) {
        return new Recipient(new ChannelId(channel), Locale.ENGLISH);
    }
}
