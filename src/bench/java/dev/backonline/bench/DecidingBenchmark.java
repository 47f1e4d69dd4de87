package dev.backonline.bench;

import dev.backonline.bot.watch.Border;
import dev.backonline.bot.watch.Watch;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.check.Observation.Location;
import dev.backonline.verdict.Confirmation;
import dev.backonline.verdict.Flapping;
import dev.backonline.verdict.Judge;
import dev.backonline.verdict.Quorum;
import dev.backonline.verdict.Rule;
import dev.backonline.verdict.Standard;
import dev.backonline.verdict.Vetting;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** What one observation costs from its answer to the verdict: vetting, judging, and asking whether it says anything new. */
final class DecidingBenchmark {
    private static final int SERVICES = Integer.getInteger("services", 10_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 30);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Instant BEGIN = Instant.parse("2026-03-01T21:04:00Z");

    private final Random random = new Random(1);
    private Instant now = BEGIN;

    private DecidingBenchmark() {}

    public static void main(String[] arguments) {
        for (var again = 0; again < 2; again++) {
            for (var checks : new int[] {1, 5}) {
                new DecidingBenchmark().measure(checks, false);
                new DecidingBenchmark().measure(checks, true);
            }
        }
    }

    private void measure(int checks, boolean vetted) {
        var ids = new HashMap<CheckId, String>();
        var judges = IntStream.range(0, SERVICES)
                .mapToObj(number -> judge(number, checks, ids))
                .toList();
        var vetting = vetted ? Vetting.byHosts(ids, ids.keySet(), Duration.ofMinutes(1)) : Vetting.none();
        var watch = new Watch(judges, Location.HERE, new Border(vetting), () -> {});
        var observed = 0L;
        var spent = 0L;
        var refreshing = 0L;
        for (var round = 0; round < ROUNDS; round++) {
            var observations = ids.keySet().stream().map(this::observation).toList();
            var began = cpu();
            observations.forEach(watch::observed);
            var half = cpu();
            watch.refresh(now);
            refreshing += cpu() - half;
            // The first ones are for the compiler.
            spent += round < ROUNDS / 3 ? 0 : half - began;
            observed += round < ROUNDS / 3 ? 0 : observations.size();
        }
        System.out.printf(
                "%,d services, %d checks each, %s: %.2f µs of CPU an observation; a refresh of all %.1f ms%n",
                SERVICES,
                checks,
                vetted ? "vetted by hosts" : "not vetted",
                spent / 1_000.0 / observed,
                refreshing / 1_000_000.0 / ROUNDS);
    }

    /** Of this thread: others may be at work on the machine. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Judge judge(int number, int checks, Map<CheckId, String> ids) {
        var service = new ServiceId("service-" + number);
        var rules = IntStream.range(0, checks)
                .mapToObj(check -> new Rule(
                        new CheckId("%s/%d-http".formatted(service, check)),
                        EVERY,
                        ServiceState.MAJOR_OUTAGE,
                        new Confirmation(3, 5),
                        new Confirmation(3, 3)))
                .toList();
        rules.forEach(rule -> ids.put(rule.check(), service + ".example"));
        return Judge.fresh(
                new Standard(service, List.copyOf(rules), new Quorum.Any(), Flapping.parse("5 in 30m")), BEGIN);
    }

    /** One in a hundred fails. */
    private Observation observation(CheckId check) {
        now = now.plusNanos(EVERY.toNanos() / SERVICES);
        var answer = random.nextInt(100) == 0
                ? new Answer.Down(Answer.Layer.TRANSPORT, "connection refused")
                : new Answer.Up();
        return new Observation(check, now, Duration.ofMillis(5), answer);
    }
}
