package dev.backonline.bot.watch;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.check.Observation.Location;
import dev.backonline.verdict.Confirmation;
import dev.backonline.verdict.Judge;
import dev.backonline.verdict.Rule;
import dev.backonline.verdict.Verdict;
import dev.backonline.verdict.Vetting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Some services on hosts of their own, watched through the real watch, in a time that is played as fast as it can be. */
final class Village {
    static final ServiceState IMPACT = ServiceState.PARTIAL_OUTAGE;
    private static final Instant BEGIN = Instant.parse("2026-03-01T21:00:00Z");
    private static final Duration LENGTH = ofMinutes(20);
    private static final Duration PROBLEM_AFTER = ofSeconds(60);
    private static final int[] INTERVALS = {1, 2, 5, 10, 10, 20};
    private static final ServiceId FIRST = new ServiceId("s0");

    private final Random random;
    private final boolean canaries;
    private final Map<CheckId, Duration> intervals = new LinkedHashMap<>();
    private final Watch watch;

    /** A time in which some answers fail: everybody's, or those of one host. */
    private record Outage(Instant from, Instant until, boolean everywhere) {
        boolean hits(Instant time, CheckId check) {
            var meant = everywhere || check.value().startsWith(FIRST.value() + "/");
            return meant && !time.isBefore(from) && time.isBefore(until);
        }
    }

    private Village(Random random, boolean canaries, boolean vetted) {
        this.random = random;
        this.canaries = canaries;
        var hosts = 3 + random.nextInt(5);
        var judges = IntStream.range(0, hosts).mapToObj(this::judge).toList();
        var names = new HashMap<CheckId, String>();
        intervals.keySet().forEach(check -> names.put(check, check.value().split("/", -1)[0]));
        var vetting = vetted ? Vetting.byHosts(names, names.keySet(), ofMinutes(1)) : Vetting.none();
        if (canaries) {
            var canary = new CheckId("canaries/1-tcp");
            intervals.put(canary, ofSeconds(5));
            vetting = Vetting.byCanaries(List.of(canary), ofMinutes(1));
        }
        this.watch = new Watch(judges, Location.HERE, new Border(vetting), () -> {});
    }

    static Village withCanaries(Random random) {
        return new Village(random, true, true);
    }

    static Village withoutCanaries(Random random) {
        return new Village(random, false, true);
    }

    static Village withNobody(Random random) {
        return new Village(random, false, false);
    }

    private Judge judge(int host) {
        var rules = new ArrayList<Rule>();
        for (var check = 0; check <= random.nextInt(2); check++) {
            var id = new CheckId("s%d/%d-tcp".formatted(host, check));
            var every = ofSeconds(INTERVALS[random.nextInt(INTERVALS.length)]);
            intervals.put(id, every);
            rules.add(new Rule(id, every, IMPACT, new Confirmation(3, 5), new Confirmation(3, 3)));
        }
        return Judge.fresh(new ServiceId("s" + host), rules, BEGIN);
    }

    /** What would have been told while nothing but our own side failed, twice, for a random time. */
    List<String> ownOutages() {
        var first = outage(ofMinutes(2), ofMinutes(4), 240_000, true);
        var second = outage(ofMinutes(9), ofMinutes(12), 240_000, true);
        var told = new ArrayList<String>();
        play(List.of(first, second), now -> ripe(now).forEach(told::add));
        return told;
    }

    /** The verdicts on a service that fails from the first minutes to the end, while our own side fails for a time. */
    List<Verdict> outageWithinAnother() {
        var real = new Outage(BEGIN.plus(ofMinutes(2)), BEGIN.plus(LENGTH), false);
        var own = outage(ofMinutes(6), ofMinutes(9), 240_000, true);
        var verdicts = new ArrayList<Verdict>();
        play(List.of(real, own), now -> {
            if (now.isAfter(BEGIN.plus(ofMinutes(5)))) {
                verdicts.addAll(
                        watch.verdicts(one -> one.service().equals(FIRST)).values());
            }
        });
        return verdicts;
    }

    /** How long after its beginning the failure of one host would have been told. */
    Duration realOutage() {
        var real = outage(ofMinutes(2), ofMinutes(4), 0, false);
        var lasting = new Outage(real.from(), BEGIN.plus(LENGTH), false);
        var told = new ArrayList<Instant>();
        play(List.of(lasting), now -> {
            if (told.isEmpty() && !ripe(now).isEmpty()) {
                told.add(now);
            }
        });
        return Duration.between(real.from(), told.isEmpty() ? BEGIN.plus(LENGTH) : told.getFirst());
    }

    private Outage outage(Duration earliest, Duration latest, int most, boolean everywhere) {
        var from = BEGIN.plus(earliest)
                .plusMillis(random.nextInt((int) latest.minus(earliest).toMillis()));
        return new Outage(from, from.plusMillis(1 + (most == 0 ? 0 : random.nextInt(most))), everywhere);
    }

    /** A moment at which somebody looks. */
    @FunctionalInterface
    private interface Look {
        void at(Instant now);
    }

    private void play(List<Outage> outages, Look look) {
        var now = BEGIN;
        for (var observation : observations(outages)) {
            for (; now.isBefore(observation.at()); now = now.plusSeconds(1)) {
                watch.refresh(now);
                look.at(now);
            }
            if (canaries && observation.check().value().startsWith("canaries")) {
                watch.canaryAnswered(observation);
            } else {
                watch.observed(observation);
            }
            look.at(observation.at());
        }
    }

    private List<Observation> observations(List<Outage> outages) {
        var all = new ArrayList<Observation>();
        intervals.forEach((check, every) -> {
            var phase = ofMillis(random.nextInt((int) every.toMillis()));
            for (var at = BEGIN.plus(phase); at.isBefore(BEGIN.plus(LENGTH)); at = at.plus(every)) {
                all.add(answer(check, at, every, outages));
            }
        });
        all.sort(Comparator.comparing(Observation::at)
                .thenComparing(one -> one.check().value()));
        return all;
    }

    /** Some failures come at once, others with the time-out. */
    private Observation answer(CheckId check, Instant asked, Duration every, List<Outage> outages) {
        if (outages.stream().noneMatch(outage -> outage.hits(asked, check))) {
            return new Observation(check, asked.plusMillis(20), ofMillis(20), new Answer.Up());
        }
        var timeout = every.compareTo(ofSeconds(5)) < 0 ? every.toMillis() : 5000;
        var took = ofMillis(random.nextBoolean() ? 3 : timeout);
        return new Observation(
                check, asked.plus(took), took, new Answer.Down(Answer.Layer.TRANSPORT, "no route to host"));
    }

    /** What is in trouble long enough to be told, with our own side vouching for it. */
    private List<String> ripe(Instant now) {
        return watch.verdicts(Verdict.Trouble.class::isInstance).values().stream()
                .map(Verdict.Trouble.class::cast)
                .filter(trouble -> !trouble.since().plus(PROBLEM_AFTER).isAfter(now))
                .filter(trouble -> watch.ownSide().vouchesFor(trouble.confirmed()))
                .map(trouble -> now + " " + trouble)
                .toList();
    }
}
