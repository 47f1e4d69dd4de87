package dev.backonline.incident.engine;

import static dev.backonline.incident.engine.Town.CART;
import static dev.backonline.incident.engine.Town.CHAT;
import static dev.backonline.incident.engine.Town.PHOTOS;
import static dev.backonline.incident.engine.Town.PUBLISHING;
import static dev.backonline.incident.engine.Town.SHOP;
import static dev.backonline.incident.engine.Town.VIDEO;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Change;
import dev.backonline.incident.Command;
import dev.backonline.incident.Decision;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Publishing;
import dev.backonline.incident.Publishing.Approval;
import dev.backonline.incident.Publishing.Consent;
import dev.backonline.incident.Publishing.Expired;
import dev.backonline.incident.Situation;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for any history of verdicts, by thousands of random ones: reproducible by the seed that is named. */
class HistoryTest {
    private static final int HISTORIES = Integer.getInteger("histories", 1_000);
    private static final long SEED = Long.getLong("seed", new Random().nextLong(1_000_000_000));
    /** How often it is decided here. */
    private static final Duration STEP = ofSeconds(5);

    /** As the file has it where it says nothing. */
    private static final Publishing DEFAULTS = new Publishing(
            ofSeconds(60),
            ofSeconds(60),
            ofMinutes(30),
            ofMinutes(2),
            Stream.concat(Stream.generate(() -> ofMinutes(20)).limit(6), Stream.of(ofMinutes(60)))
                    .toList());

    private static final List<ServiceId> SERVICES = List.of(CHAT, PHOTOS, VIDEO, SHOP, CART);

    /** One random day of a town, with what was seen and held back beside what was told. */
    private static final class Day {
        private final Random random;
        private final Publishing publishing;
        private final Town town;
        /** Since when each service is in its present trouble. */
        private final Map<ServiceId, Instant> troubled = new HashMap<>();

        private final List<String> broken = new ArrayList<>();
        private boolean muted;
        private boolean blind;
        private int seen;

        private Day(long seed) {
            random = new Random(seed);
            publishing = new Publishing(
                    ofSeconds(random.nextInt(3) * 30L),
                    ofSeconds(random.nextInt(3) * 30L),
                    ofMinutes(random.nextInt(3) * 15L),
                    ofMinutes(random.nextInt(3)),
                    random.nextBoolean() ? PUBLISHING.stillEvery() : List.of(ofMinutes(7)),
                    random.nextInt(3) > 0
                            ? Consent.NONE_NEEDED
                            : new Consent(
                                    List.of(Approval.NEVER, Approval.MAJOR, Approval.ALWAYS)
                                            .get(random.nextInt(3)),
                                    ofMinutes(5),
                                    random.nextBoolean() ? Expired.SEND : Expired.DROP,
                                    random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(0.8)));
            town = new Town(publishing);
        }

        private Day run() {
            for (var step = 0; step < 20 + random.nextInt(40); step++) {
                happen();
                pass(ofSeconds(1 + random.nextInt(random.nextInt(6) == 0 ? 2400 : 120)));
            }
            allIsWell();
            return this;
        }

        private void happen() {
            var service = SERVICES.get(random.nextInt(SERVICES.size()));
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> trouble(service, () -> town.failing(service));
                case 3 -> trouble(service, () -> town.slow(service));
                case 4, 5, 6, 7 -> {
                    troubled.remove(service);
                    town.healthy(service);
                }
                case 8 -> {
                    troubled.remove(service);
                    town.unknown(service);
                }
                case 9 -> {
                    blind = random.nextBoolean();
                    town.ownSide(blind ? new Situation.Watched(Optional.empty()) : new Situation.Unwatched());
                }
                case 10 -> mute();
                default -> speak();
            }
            look();
        }

        private void trouble(ServiceId service, Runnable begin) {
            troubled.put(service, town.now());
            begin.run();
        }

        private void mute() {
            if (muted) {
                town.submit(new Command.Unmute("ada"));
                muted = false;
            } else if (random.nextInt(3) == 0) {
                town.submit(new Command.Mute("ada", "a drill"));
                muted = true;
            }
        }

        private void speak() {
            var drafts = town.restraint().drafts();
            var open = town.incidents().stream().filter(Incident::isOpen).toList();
            if (!drafts.isEmpty()) {
                var draft = drafts.get(random.nextInt(drafts.size())).incident();
                town.submit(
                        random.nextBoolean()
                                ? new Command.Approve("ada", draft)
                                : new Command.Reject("ada", draft, "no"));
            } else if (!open.isEmpty() && random.nextInt(4) == 0) {
                var incident = open.get(random.nextInt(open.size())).id();
                town.submit(
                        random.nextBoolean()
                                ? new Command.Resolve("ada", incident, Map.of())
                                : new Command.Correct("ada", incident, Map.of()));
            }
        }

        private void pass(Duration time) {
            var end = town.now().plus(time);
            while (town.now().isBefore(end)) {
                town.step(STEP);
                look();
            }
        }

        /** At what was told since the last look, while what was seen is still known. */
        private void look() {
            var changes = town.decided(Change.class);
            for (; seen < changes.size(); seen++) {
                var change = changes.get(seen);
                if (change.update().words().isEmpty()) {
                    look(change);
                }
            }
        }

        private void look(Change change) {
            var transition = change.update().transition();
            if (muted) {
                broken.add("told while muted: " + change.update());
            }
            if (transition.isClaim() && blind) {
                broken.add("claimed while nobody vouched for our own side: " + change.update());
            }
            if (transition instanceof Transition.Problem
                    && transition.services().stream().noneMatch(this::isRipe)) {
                broken.add("told before it had lasted: " + change.update());
            }
        }

        private boolean isRipe(ServiceId service) {
            return Optional.ofNullable(troubled.get(service))
                    .filter(since -> !since.plus(publishing.problemAfter()).isAfter(town.now()))
                    .isPresent();
        }

        private void allIsWell() {
            if (muted) {
                mute();
            }
            blind = false;
            town.ownSide(new Situation.Unwatched());
            look();
            SERVICES.forEach(service -> {
                troubled.remove(service);
                town.healthy(service);
                look();
            });
            pass(ofMinutes(50));
        }
    }

    @Test
    void whatever_happens_each_incident_reads_well() {
        var told = 0;
        for (var seed = SEED; seed < SEED + HISTORIES; seed++) {
            var day = run(seed);
            var what = "seed %d: %s".formatted(seed, day.town.told());
            told += day.town.told().size();
            assertThat(day.broken).as(what).isEmpty();
            day.town.incidents().forEach(incident -> {
                alternates(incident, what);
                promisesAreKept(incident, day, what);
                assertThat(incident.isOpen()).as("closed: " + what).isFalse();
            });
            assertThat(day.town.restraint().drafts()).as(what).isEmpty();
            assertThat(day.town.restraint().dismissals()).as(what).isEmpty();
        }
        System.out.printf("%d histories from seed %d, %d updates%n", HISTORIES, SEED, told);
        assertThat(told).isGreaterThan(HISTORIES);
    }

    /** What came back was approved only when it was too late to come back, so that it had to be told as something new. */
    @Test
    void a_draft_of_what_is_over_gives_its_name_to_nothing_new() {
        assertThat(run(10_820).broken).isEmpty();
    }

    private static Day run(long seed) {
        try {
            return new Day(seed).run();
        } catch (AssertionError broken) {
            throw new AssertionError("seed " + seed, broken);
        }
    }

    /** A beginning, then ends and returns in turn; a withdrawal is the very last word. */
    private static void alternates(Incident incident, String what) {
        var over = true;
        for (var update : incident.updates()) {
            var first = update.number() == 1;
            assertThat(mayFollow(update.transition(), over, first))
                    .as("%s in %s", update, what)
                    .isTrue();
            over = update.status().isOver();
        }
        assertThat(incident.updates().stream().map(Update::transition).filter(Transition.Correction.class::isInstance))
                .as(what)
                .hasSizeLessThanOrEqualTo(1);
    }

    private static boolean mayFollow(Transition transition, boolean over, boolean first) {
        return switch (transition) {
            case Transition.Problem _ -> first;
            case Transition.Again _, Transition.Intermittent _ -> !first;
            case Transition.Correction _ -> !first;
            case Transition.Still _,
                    Transition.Worse _,
                    Transition.Better _,
                    Transition.Recovering _,
                    Transition.Resolved _,
                    Transition.Note _ -> !over && !first;
            case Transition.Staged _, Transition.Alarmed _ -> false;
        };
    }

    /** Something newer comes within what was promised, and the time that an end may take instead; unless it was muted. */
    private static void promisesAreKept(Incident incident, Day day, String what) {
        if (incident.isInHands() || !day.town.decided(Decision.Muted.class).isEmpty()) {
            return;
        }
        var updates = incident.updates();
        for (var index = 0; index < updates.size() - 1; index++) {
            var update = updates.get(index);
            var next = updates.get(index + 1).at();
            update.transition()
                    .nextUpdate()
                    .ifPresent(promise -> assertThat(next)
                            .as("%s in %s", update, what)
                            .isBeforeOrEqualTo(update.at()
                                    .plus(promise)
                                    .plus(Progress.GRACE)
                                    .plus(STEP)));
        }
    }

    @Test
    void a_day_long_outage_stays_readable_whatever_comes_and_goes_in_it() {
        for (var seed = SEED; seed < SEED + 10; seed++) {
            var random = new Random(seed);
            var town = new Town(DEFAULTS);
            town.failing(CHAT).failing(PHOTOS);
            for (var hour = 0; hour < 24; hour++) {
                pass(town, ofMinutes(30));
                if (random.nextInt(4) == 0) {
                    town.healthy(PHOTOS);
                    pass(town, ofMinutes(random.nextInt(10)));
                    town.failing(PHOTOS);
                }
                pass(town, ofMinutes(30));
            }

            assertThat(town.told())
                    .as("seed %d", seed)
                    .hasSizeLessThanOrEqualTo(30)
                    .startsWith("60 #1 problem chat+photos");
            assertThat(town.incident().state()).isEqualTo(ServiceState.MAJOR_OUTAGE);
        }
    }

    private static void pass(Town town, Duration time) {
        for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusSeconds(10)) {
            town.step(ofSeconds(10));
        }
    }
}
