package dev.backonline.bench;

import dev.backonline.bot.pace.Pacer;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.check.Check;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.check.Way;
import dev.backonline.check.Wire;
import dev.backonline.check.http.BodySize;
import dev.backonline.check.http.HttpKind;
import dev.backonline.check.http.HttpSettings;
import dev.backonline.check.http.JsonCondition;
import dev.backonline.check.http.JsonPath;
import dev.backonline.check.http.StatusSet;
import dev.backonline.verdict.Confirmation;
import dev.backonline.verdict.Flapping;
import dev.backonline.verdict.Judge;
import dev.backonline.verdict.Quorum;
import dev.backonline.verdict.Rule;
import dev.backonline.verdict.Standard;
import dev.backonline.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * All checks as the bot runs them: paced, asked over the wire, compared and judged. Of seven checks four are the only one of their
 * service, and three decide about one together: any of them, all, or two of three, in turn.
 */
final class PacedChecks {
    private static final int ALONE = 4;
    private static final List<Quorum> TOGETHER = List.of(new Quorum.Any(), new Quorum.All(), new Quorum.Some(2, 3));

    private final List<Watched> all = new ArrayList<>();

    PacedChecks(Load load, Child server, Wire wire, InstantSource clock) {
        for (var number = 0; number < load.checks(); number = all.size()) {
            var services = number / (ALONE + TOGETHER.size());
            var many = number % (ALONE + TOGETHER.size()) == ALONE;
            var checks = Math.min(many ? TOGETHER.size() : 1, load.checks() - number);
            var quorum = checks == TOGETHER.size() ? TOGETHER.get(services % TOGETHER.size()) : new Quorum.Any();
            var rules = IntStream.range(number, number + checks)
                    .mapToObj(check -> rule(check, load.every()))
                    .toList();
            var standard = new Standard(new ServiceId("service-" + number), rules, quorum, Flapping.parse("5 in 30m"));
            var judge = new AtomicReference<>(Judge.fresh(standard, Instant.EPOCH));
            rules.forEach(rule -> all.add(new Watched(rule, check(server.address(all.size()), wire), judge, clock)));
        }
    }

    /** Asks for as long as the load lasts; gives the CPU that each question took. */
    Use.Cost run(Load load, Lateness lateness) throws InterruptedException {
        var use = Use.now();
        var before = lateness.count();
        try (var pacer = new Pacer(System::nanoTime, Pacer.GRAIN, lateness)) {
            all.forEach(one -> pacer.start(one.rule().check(), load.every(), one::observe));
            new CountDownLatch(1).await(load.length().toMillis(), TimeUnit.MILLISECONDS);
        }
        return use.each(lateness.count() - before);
    }

    /** Asks as fast as it goes, a few at a time, until the compiler has seen it all. */
    void warmUp(Duration length) {
        var end = System.nanoTime() + length.toNanos();
        try (var few = Executors.newFixedThreadPool(8, Thread.ofVirtual().factory())) {
            IntStream.range(0, 8)
                    .forEach(first -> few.execute(() -> {
                        for (var number = first; System.nanoTime() < end; number += 8) {
                            all.get(number % all.size()).observe();
                        }
                    }));
        }
    }

    long healthy() {
        return all.stream()
                .filter(one -> one.judge().get().verdict() instanceof Verdict.Healthy)
                .count();
    }

    private static Rule rule(int number, Duration every) {
        return new Rule(
                new CheckId("service-" + number + "/1-http"),
                every,
                ServiceState.MAJOR_OUTAGE,
                new Confirmation(3, 5),
                new Confirmation(3, 3));
    }

    private static Check check(URI address, Wire wire) {
        var expected = new HttpSettings.Expectation(
                StatusSet.parse("200-299"),
                Optional.of(Duration.ofMillis(800)),
                Optional.empty(),
                Optional.empty(),
                Map.of(JsonPath.parse("$.status"), JsonCondition.parse("ok")),
                new BodySize(1 << 20));
        var settings = new HttpSettings(
                address,
                "GET",
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                HttpSettings.Redirects.FOLLOW,
                Way.HttpVersion.HTTP_1_1,
                Way.Family.ANY,
                Optional.empty(),
                Optional.empty(),
                expected);
        return new HttpKind().create(settings, Duration.ofSeconds(3), wire);
    }

    /** One check and what is known of its service. */
    private record Watched(Rule rule, Check check, AtomicReference<Judge> judge, InstantSource clock) {
        private void observe() {
            var began = System.nanoTime();
            var answer = check.ask();
            var took = Duration.ofNanos(System.nanoTime() - began);
            var observation = new Observation(rule.check(), clock.instant(), took, answer);
            judge.updateAndGet(one -> one.with(observation));
        }
    }
}
