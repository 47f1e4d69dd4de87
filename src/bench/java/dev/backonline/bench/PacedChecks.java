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
import dev.backonline.verdict.Judge;
import dev.backonline.verdict.Rule;
import dev.backonline.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** All checks as the bot runs them: paced, asked over the wire, compared and judged; each is the only one of its service. */
final class PacedChecks {
    private final List<Watched> all;

    PacedChecks(Load load, Child server, Wire wire, InstantSource clock) {
        all = IntStream.range(0, load.checks())
                .mapToObj(number -> Watched.of(number, load.every(), check(server.address(number), wire), clock))
                .toList();
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
        private static Watched of(int number, Duration every, Check check, InstantSource clock) {
            var service = new ServiceId("service-" + number);
            var rule = new Rule(
                    new CheckId(service + "/1-http"),
                    every,
                    ServiceState.MAJOR_OUTAGE,
                    new Confirmation(3, 5),
                    new Confirmation(3, 3));
            return new Watched(
                    rule, check, new AtomicReference<>(Judge.fresh(service, List.of(rule), Instant.EPOCH)), clock);
        }

        private void observe() {
            var began = System.nanoTime();
            var answer = check.ask();
            var took = Duration.ofNanos(System.nanoTime() - began);
            var observation = new Observation(rule.check(), clock.instant(), took, answer);
            judge.updateAndGet(one -> one.with(observation));
        }
    }
}
