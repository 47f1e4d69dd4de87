package dev.backonline.store;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import dev.backonline.message.Saying;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import dev.backonline.outbox.Recipient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Made-up incidents and deliveries to keep. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-05-01T21:04:00.123Z");
    static final ServiceId CHAT = new ServiceId("chat");
    static final ServiceId PHOTOS = new ServiceId("photos");
    static final Recipient SQUARE = new Recipient(new ChannelId("town-square"), Locale.ITALIAN);
    static final Recipient SQUARE_EN = new Recipient(SQUARE.channel(), Locale.ENGLISH);
    static final Recipient SKY = new Recipient(new ChannelId("sky"), Locale.forLanguageTag("pt-BR"));

    private Samples() {}

    static IncidentId id(int number) {
        return new IncidentId("incident%04d".formatted(number));
    }

    static Incident opened(IncidentId id, Instant at) {
        var problem = new Transition.Problem(List.of(CHAT), Optional.of(Duration.ofMinutes(20)));
        var update = new Update(1, at, Status.INVESTIGATING, problem, "HTTP 503, 3 of 5");
        return new Incident(
                id,
                1,
                Status.INVESTIGATING,
                at.minusSeconds(60),
                at.minusSeconds(60),
                Optional.empty(),
                Optional.of(at.plusSeconds(1200)),
                List.of(new Involved(CHAT, ServiceState.MAJOR_OUTAGE, at.minusSeconds(60))),
                List.of(update));
    }

    /** The next version, in which this happened. */
    static Incident next(Incident incident, Status status, Transition transition) {
        var at = incident.latest().at().plusSeconds(60);
        var updates = new ArrayList<>(incident.updates());
        updates.add(new Update(updates.size() + 1, at, status, transition, "because of '%s'".formatted(status)));
        return new Incident(
                incident.id(),
                incident.version() + 1,
                status,
                incident.startedAt(),
                transition instanceof Transition.Again again ? again.since() : incident.onset(),
                status.isOver() ? Optional.of(at) : Optional.empty(),
                transition.nextUpdate().map(at::plus),
                List.of(
                        new Involved(PHOTOS, ServiceState.DEGRADED_PERFORMANCE, at),
                        new Involved(CHAT, ServiceState.OPERATIONAL, at)),
                updates);
    }

    static Incident still(Incident incident) {
        return next(incident, incident.status(), new Transition.Still(List.of(CHAT), Optional.empty()));
    }

    static Incident resolved(Incident incident) {
        var until = incident.latest().at().plusSeconds(30);
        return next(incident, Status.RESOLVED, new Transition.Resolved(List.of(CHAT, PHOTOS), until));
    }

    static Delivery delivery(Incident incident, Recipient recipient) {
        return Delivery.of(
                incident.id(),
                incident.latest().number(),
                recipient,
                incident.latest().at());
    }

    static Frozen frozen(Optional<Posted> parent) {
        return new Frozen(
                Saying.PROBLEM,
                "key-1",
                "{\"status\":\"Potresti notare problemi… \uD83D\uDE4F\"}",
                "Potresti notare problemi…",
                NOW,
                parent,
                Optional.of("41"),
                true,
                parent.isPresent());
    }

    static Posted posted(String id) {
        return new Posted(id, Optional.of(URI.create("https://social.example/@status/" + id)));
    }

    /** Records the incident's version with one delivery for each of the recipients. */
    static void record(Store store, Incident incident, Recipient... recipients) {
        var deliveries = List.of(recipients).stream()
                .map(recipient -> delivery(incident, recipient))
                .toList();
        if (!store.ledger().record(new Change(incident), deliveries)) {
            throw new AssertionError(
                    "version %s of incident %s was refused".formatted(incident.version(), incident.id()));
        }
    }

    /** The only delivery of the thread. */
    static Delivery only(Store store, IncidentId incident, Recipient recipient) {
        var thread = store.outbox().thread(incident, recipient);
        if (thread.size() != 1) {
            throw new AssertionError("one delivery expected: " + thread);
        }
        return thread.getFirst();
    }

    static Delivery advanced(Store store, Delivery delivery) {
        return store.outbox().advance(List.of(delivery)).orElseThrow().getFirst();
    }

    static Delivery sending(Store store, Delivery delivery) {
        return advanced(store, delivery.sending(frozen(Optional.empty()), delivery.claim("one", NOW.plusSeconds(90))));
    }

    static Delivery sent(Store store, Delivery delivery) {
        return advanced(store, sending(store, delivery).sent(Optional.of(posted("42")), "HTTP 200"));
    }
}
