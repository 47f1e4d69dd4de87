package dev.backonline.bench;

import dev.backonline.bot.pace.Shift;
import dev.backonline.bot.wire.VertxWire;
import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Identity;
import dev.backonline.catalog.SecretAddress;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.catalog.Translated;
import dev.backonline.channel.Clock;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.courier.Composer;
import dev.backonline.channel.courier.Courier;
import dev.backonline.channel.courier.Journal;
import dev.backonline.channel.courier.Line;
import dev.backonline.channel.courier.Round;
import dev.backonline.channel.webhook.Shape;
import dev.backonline.channel.webhook.WebhookKind;
import dev.backonline.channel.webhook.WebhookSettings;
import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import dev.backonline.message.Renderer;
import dev.backonline.message.Reporter;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Announcer;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Subscription;
import dev.backonline.page.LanguageFile;
import dev.backonline.store.Store;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;

/** Webhook channels with their couriers on one store, without the rest of the bot: incidents are told by hand. */
final class Couriers implements Journal, AutoCloseable {
    private static final ServiceId CHAT = new ServiceId("chat");

    private final Store store;
    private final VertxWire wire;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<Shift> shifts = new ArrayList<>();
    private final LongAdder sent = new LongAdder();
    private final Clock clock = new Clock(InstantSource.system(), System::nanoTime);
    private final Composer composer;

    Couriers(Store store, VertxWire wire) {
        this.store = store;
        this.wire = wire;
        var service = new Service(CHAT, Translated.same("Chat"), Optional.empty(), Set.of(), Optional.empty());
        var identity = new Identity(
                Translated.same("Status"),
                URI.create("https://status.example.org"),
                List.of(Locale.ENGLISH),
                ZoneOffset.UTC);
        composer = new Composer(
                new Reporter(identity, Catalog.of(List.of(service))),
                new Renderer(List.of(LanguageFile.read(Locale.ENGLISH))),
                List.of(Locale.ENGLISH),
                () -> UUID.randomUUID().toString());
    }

    void hire(int number, URI hook) {
        var subscription = new Subscription(
                new ChannelId("hook-" + number),
                Subscription.Audience.PUBLIC,
                List.of(Locale.ENGLISH),
                Set.of(Saying.PROBLEM),
                Subscription.Late.SUMMARY,
                false);
        var kind = new WebhookKind();
        var settings = new WebhookSettings(SecretAddress.parse(hook.toString()), Optional.empty(), Shape.EVENTS);
        var line = new Line(subscription, kind.capabilities(settings), kind.create(settings, Outfit.of(wire)));
        var means = new Round.Means("bench", clock, new Random(number), this);
        var courier = new Courier(line, store.outbox(), store.incidents(), composer, means);
        subscriptions.add(subscription);
        shifts.add(new Shift("courier", courier::work, clock.nanos()));
    }

    void open() {
        shifts.forEach(Shift::open);
    }

    /** One incident, told on every channel; nobody is called. */
    void tell(int number) {
        var now = Instant.now();
        var problem = new Transition.Problem(List.of(CHAT), Optional.of(Duration.ofMinutes(20)));
        var update = new Update(1, now, Status.INVESTIGATING, problem, "HTTP 503, 3 of 5");
        var incident = new Incident(
                new IncidentId("i%011d".formatted(number)),
                1,
                Status.INVESTIGATING,
                now,
                now,
                Optional.empty(),
                Optional.empty(),
                List.of(new Involved(CHAT, ServiceState.MAJOR_OUTAGE, now)),
                List.of(update));
        var change = new Change(incident);
        store.ledger().record(change, new Announcer(subscriptions).deliveries(change));
    }

    /** How many deliveries have come to their good end. */
    long sent() {
        return sent.sum();
    }

    void ring() {
        shifts.forEach(Shift::ring);
    }

    @Override
    public void stepped(Delivery before, Delivery after) {
        if (after.state() == DeliveryState.SENT) {
            sent.increment();
        }
    }

    @Override
    public void refused(Delivery after) {
        throw new IllegalStateException("nobody else works on " + after);
    }

    @Override
    public void stumbled(Delivery delivery, RuntimeException bug) {
        throw bug;
    }

    @Override
    public void close() {
        shifts.forEach(Shift::close);
    }
}
