package dev.backonline.incident.engine;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Group;
import dev.backonline.catalog.Identity;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.catalog.Translated;
import dev.backonline.incident.Alarm;
import dev.backonline.incident.Change;
import dev.backonline.incident.Command;
import dev.backonline.incident.Decision;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Publishing;
import dev.backonline.incident.Restraint;
import dev.backonline.incident.Situation;
import dev.backonline.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small town with three services of one family, one of its own, and one that depends on that: time is set, not waited for. */
final class Town {
    static final Instant START = Instant.parse("2026-11-22T20:00:00Z");
    static final ServiceId CHAT = new ServiceId("chat");
    static final ServiceId PHOTOS = new ServiceId("photos");
    static final ServiceId VIDEO = new ServiceId("video");
    static final ServiceId SHOP = new ServiceId("shop");
    static final ServiceId CART = new ServiceId("cart");
    static final Publishing PUBLISHING = new Publishing(
            ofSeconds(60),
            ofSeconds(60),
            ofMinutes(30),
            ofMinutes(2),
            List.of(ofMinutes(20), ofMinutes(20), ofMinutes(60)));
    static final Identity PAGE = new Identity(
            Translated.same("Town"),
            URI.create("https://status.example.org"),
            List.of(Locale.ITALIAN, Locale.ENGLISH),
            ZoneOffset.UTC);

    private final Map<ServiceId, Verdict> verdicts = new TreeMap<>();
    private final Map<IncidentId, Incident> incidents =
            new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
    private final List<String> told = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final Publishing publishing;
    private Catalog catalog = catalog(CHAT, PHOTOS, VIDEO, SHOP, CART);
    private Situation.OwnSide ownSide = new Situation.Unwatched();
    private Restraint restraint = Restraint.NONE;
    private Instant now = START;
    private int ids;

    Town(Publishing publishing) {
        this.publishing = publishing;
    }

    private static Catalog catalog(ServiceId... services) {
        return Catalog.of(Stream.of(services).map(Town::service).toList());
    }

    private static Service service(ServiceId id) {
        var family = Set.of(CHAT, PHOTOS, VIDEO).contains(id);
        var needs = id.equals(CART) ? Set.of(SHOP) : Set.<ServiceId>of();
        return new Service(
                id,
                Translated.same(id.value()),
                family ? Optional.of(new Group("family")) : Optional.empty(),
                needs,
                Optional.empty());
    }

    /** From now on the file names these only. */
    Town named(ServiceId... services) {
        catalog = catalog(services);
        verdicts.keySet().retainAll(catalog.services().keySet());
        return decide();
    }

    Town failing(ServiceId service) {
        return with(new Verdict.Failing(service, ServiceState.MAJOR_OUTAGE, now, now, "HTTP 503"));
    }

    Town slow(ServiceId service) {
        return with(new Verdict.Degraded(service, now, now, "slow"));
    }

    Town healthy(ServiceId service) {
        return with(new Verdict.Healthy(service, now));
    }

    Town unknown(ServiceId service) {
        return with(new Verdict.Unknown(service, now, "silence"));
    }

    Town ownSide(Situation.OwnSide side) {
        ownSide = side;
        return decide();
    }

    private Town with(Verdict verdict) {
        verdicts.put(verdict.service(), verdict);
        return decide();
    }

    /** Lets time pass second by second, deciding at each. */
    Town pass(Duration time) {
        for (var second = 0; second < time.toSeconds(); second++) {
            now = now.plusSeconds(1);
            decide();
        }
        return this;
    }

    /** Lets so much time pass at once, and decides after it. */
    Town step(Duration time) {
        return sleep(time).decide();
    }

    /** Nobody is there for so long: nothing is decided. */
    Town sleep(Duration time) {
        now = now.plus(time);
        return this;
    }

    private Town decide() {
        var engine = engine();
        var decision = engine.next(situation(), now);
        while (decision.isPresent()) {
            apply(decision.get());
            decision = engine.next(situation(), now);
        }
        return this;
    }

    private IncidentEngine engine() {
        return new IncidentEngine(catalog, publishing, this::id);
    }

    private IncidentId id() {
        return new IncidentId("incident%04d".formatted(++ids));
    }

    private void apply(Decision decision) {
        decisions.add(decision);
        restraint = restraint.after(decision);
        if (decision instanceof Change change) {
            var incident = change.incident();
            var before = incidents.put(incident.id(), incident);
            var expected = before == null ? 0 : before.version();
            if (change.expectedVersion() != expected) {
                throw new AssertionError("%s follows version %d".formatted(change, expected));
            }
            told.add(line(incident));
        }
    }

    /** What the command came to; what is granted is done. */
    Hearing submit(Command command) {
        var incident = named(command).map(incidents::get);
        var ruling = new ByHand(catalog, PAGE, publishing, this::id).on(command, incident, situation(), now);
        if (ruling instanceof Hearing.Granted(var decision, var _)) {
            apply(decision);
            decide();
        }
        return ruling;
    }

    private static Optional<IncidentId> named(Command command) {
        return switch (command) {
            case Command.Post post -> post.incident();
            case Command.Resolve resolve -> Optional.of(resolve.incident());
            case Command.Correct correct -> Optional.of(correct.incident());
            case Command.Approve _, Command.Reject _, Command.Mute _, Command.Unmute _ -> Optional.empty();
        };
    }

    List<Alarm> alarms() {
        return engine().alarms(situation(), now);
    }

    private Situation situation() {
        return new Situation(List.copyOf(incidents.values()), verdicts, ownSide, restraint);
    }

    private String line(Incident incident) {
        var update = incident.latest();
        var services =
                update.transition().services().stream().map(ServiceId::value).collect(Collectors.joining("+"));
        return "%s #%s %s %s"
                .formatted(
                        Duration.between(START, update.at()).toSeconds(),
                        number(incident.id()),
                        update.transition().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                        services);
    }

    private static String number(IncidentId id) {
        return id.value().substring("incident000".length());
    }

    /** Each line: seconds since the start, number of the incident, what was told, of which services. */
    List<String> told() {
        return List.copyOf(told);
    }

    /** What was decided of this kind, in order. */
    <T extends Decision> List<T> decided(Class<T> kind) {
        return decisions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Restraint restraint() {
        return restraint;
    }

    Instant now() {
        return now;
    }

    Incident incident() {
        return incidents.values().iterator().next();
    }

    List<Incident> incidents() {
        return List.copyOf(incidents.values());
    }
}
