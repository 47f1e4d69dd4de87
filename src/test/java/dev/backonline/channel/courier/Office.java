package dev.backonline.channel.courier;

import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Identity;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.catalog.Translated;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Clock;
import dev.backonline.incident.Alarm;
import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import dev.backonline.incident.alarm.Bell;
import dev.backonline.message.Language;
import dev.backonline.message.Limit;
import dev.backonline.message.Renderer;
import dev.backonline.message.Reporter;
import dev.backonline.message.Saying;
import dev.backonline.message.Size;
import dev.backonline.message.Wording;
import dev.backonline.outbox.Announcer;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Outbox;
import dev.backonline.outbox.Subscription;
import dev.backonline.store.memory.MemoryStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** One courier with one network and a clock that is set: incidents are told by hand, and time passes by the second. */
final class Office implements Journal {
    static final ServiceId CHAT = new ServiceId("chat");
    private static final int MOST_ROUNDS = 20;
    private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");

    private final MemoryStore store = new MemoryStore();
    private final Outbox outbox = store.store().outbox();
    private final List<String> steps = new ArrayList<>();
    private Subscription subscription;
    private Line line;
    private Courier courier;
    private Duration stall = Duration.ZERO;
    private Duration stalled = Duration.ZERO;
    private Instant now = START;
    private int keys;

    Office(Channel channel, Capabilities.Repeat repeat, Subscription.Late late) {
        this(channel, repeat, late, false);
    }

    private Office(Channel channel, Capabilities.Repeat repeat, Subscription.Late late, boolean closing) {
        subscription = new Subscription(
                new ChannelId("square"),
                Subscription.Audience.PUBLIC,
                List.of(Locale.ENGLISH),
                EnumSet.complementOf(EnumSet.of(Saying.RECOVERING)),
                late,
                closing);
        var capabilities =
                new Capabilities(repeat, Limit.NONE, true, false, 1, Duration.ofSeconds(10), Capabilities.Pace.FREE);
        line = new Line(subscription, capabilities, channel);
        courier = hired();
    }

    private Courier hired() {
        var means = new Round.Means("office", new Clock(() -> now, this::nanos), new Random(7), this);
        return new Courier(line, outbox, store, composer(), means);
    }

    /** Another courier takes over, who knows nothing but what is written down. */
    Office anew() {
        courier = hired();
        return this;
    }

    Office stop() {
        courier.stop();
        return this;
    }

    /** The file says from now on who else reads the channel. */
    Office readBy(Subscription.Audience audience) {
        subscription = new Subscription(
                subscription.channel(),
                audience,
                subscription.languages(),
                subscription.tell(),
                subscription.late(),
                subscription.closing());
        line = new Line(subscription, line.capabilities(), line.channel());
        return anew();
    }

    /** The channel keeps one post up to date from now on. */
    Office live() {
        line = line.live(true);
        return anew();
    }

    /** A channel that is taken out of use. */
    static Office closing(Channel channel) {
        return new Office(channel, new Capabilities.Repeat.LookUp(), Subscription.Late.SUMMARY, true);
    }

    /** Every look at the monotonic clock finds this much gone, as if the machine had stood still. */
    Office stalling(Duration time) {
        stall = time;
        return this;
    }

    private long nanos() {
        stalled = stalled.plus(stall);
        return Duration.between(START, now).plus(stalled).toNanos();
    }

    private Composer composer() {
        var service = new Service(CHAT, Translated.same("Chat"), Optional.empty(), Set.of(), Optional.empty());
        var identity = new Identity(
                Translated.same("Status"),
                URI.create("https://status.example.org"),
                List.of(Locale.ENGLISH),
                ZoneOffset.UTC);
        var wording = new Wording(Arrays.stream(Saying.values())
                .collect(Collectors.toMap(saying -> saying, saying -> Map.of(Size.LONG, saying.key() + " {url}"))));
        var renderer =
                new Renderer(List.of(new Language(Locale.ENGLISH, wording, Map.of(), Map.of("updated", "({time})"))));
        return new Composer(
                new Reporter(identity, Catalog.of(List.of(service))),
                renderer,
                List.of(Locale.ENGLISH),
                () -> "key-" + ++keys);
    }

    /** Writes down the next update of the one incident, whose deliveries follow from it. */
    Office told(Transition transition) {
        var before = store.newest(1).stream().findFirst();
        var updates = new ArrayList<>(before.map(Incident::updates).orElse(List.of()));
        var over = transition instanceof Transition.Resolved;
        var status = over ? Status.RESOLVED : Status.INVESTIGATING;
        updates.add(new Update(updates.size() + 1, now, status, transition, "by hand"));
        var incident = new Incident(
                new IncidentId("incident0001"),
                updates.size(),
                status,
                START,
                START,
                over ? Optional.of(now) : Optional.empty(),
                Optional.empty(),
                List.of(new Involved(CHAT, ServiceState.MAJOR_OUTAGE, START)),
                updates);
        var change = new Change(incident);
        store.record(change, new Announcer(List.of(subscription)).deliveries(change));
        return this;
    }

    Office problem() {
        return told(new Transition.Problem(List.of(CHAT), Optional.empty()));
    }

    Office still() {
        return told(new Transition.Still(List.of(CHAT), Optional.empty()));
    }

    Office resolved() {
        return told(new Transition.Resolved(List.of(CHAT), now));
    }

    Office again() {
        return told(new Transition.Again(List.of(CHAT), now, Optional.empty()));
    }

    /** In place of an incident an alarm is told. */
    Office alarm() {
        var change = new Bell(Optional.empty())
                .stands(new Alarm.Refused("sky", "HTTP 401"), _ -> "incident0001", now)
                .orElseThrow();
        store.record(change, new Announcer(List.of(subscription)).deliveries(change));
        return this;
    }

    /** Lets the courier work at each second. */
    Office pass(Duration time) {
        work();
        for (var second = 0; second < time.toSeconds(); second++) {
            now = now.plusSeconds(1);
            work();
        }
        return this;
    }

    /** The process was killed while the socket was being written, and starts again. */
    Office restarted() {
        outbox.recover(now, now.plusSeconds(30), true);
        return this;
    }

    private void work() {
        for (var rounds = 0; courier.work().isZero() && rounds < MOST_ROUNDS; rounds++) {
            steps.add("worked");
        }
    }

    List<DeliveryState> states() {
        return deliveries().stream().map(Delivery::state).toList();
    }

    List<Delivery> deliveries() {
        return outbox.of(new IncidentId("incident0001"));
    }

    Outbox outbox() {
        return outbox;
    }

    Instant now() {
        return now;
    }

    @Override
    public void stepped(Delivery before, Delivery after) {
        steps.add(before.state() + ">" + after.state());
    }

    @Override
    public void refused(Delivery after) {
        steps.add("refused");
    }

    @Override
    public void stopped(ChannelId channel, String fix) {
        steps.add("stopped: " + fix);
    }

    @Override
    public void resumed(ChannelId channel) {
        steps.add("resumed");
    }

    List<String> steps() {
        return List.copyOf(steps);
    }

    Courier courier() {
        return courier;
    }

    @Override
    public void stumbled(Delivery delivery, RuntimeException bug) {
        throw new AssertionError("a bug", bug);
    }
}
