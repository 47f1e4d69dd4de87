package dev.backonline.bench;

import dev.backonline.bot.pace.Pacer;
import dev.backonline.check.CheckId;
import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.netty.util.TimerTask;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the timing alone costs, by several ways to do it; the figures of docs/decisions/0003-check-timing.md. */
final class TimingBenchmark {
    private static final Load LOAD = Load.configured();

    private TimingBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        for (var round = 0; round < 2; round++) {
            measured("ScheduledThreadPoolExecutor", TimingBenchmark::scheduled);
            measured("HashedWheelTimer, 10 ms", TimingBenchmark::wheel);
            for (var grain : new int[] {100, 1_000, 5_000, 10_000, 20_000}) {
                measured(
                        "Pacer, %d µs".formatted(grain), lateness -> paced(Duration.ofNanos(grain * 1_000L), lateness));
            }
        }
        System.exit(0);
    }

    private static void measured(String name, Way way) throws Exception {
        var lateness = new Lateness();
        var use = Use.now();
        try (var _ = way.started(lateness)) {
            new CountDownLatch(1).await(LOAD.length().toMillis(), TimeUnit.MILLISECONDS);
            System.out.printf(
                    "%-28s %.3f cores, %5.1f µs each, late: median %.1f ms, p99 %.1f ms, worst %.1f ms, of %,d%n",
                    name,
                    use.cores(),
                    use.each(lateness.count()).microsWithoutCompiler(),
                    lateness.millis(0.5),
                    lateness.millis(0.99),
                    lateness.worstMillis(),
                    lateness.count());
        }
    }

    private static AutoCloseable paced(Duration grain, Lateness lateness) {
        var pacer = new Pacer(System::nanoTime, grain, lateness);
        checks().forEach((check, _) -> pacer.start(check, LOAD.every(), () -> {}));
        return pacer;
    }

    private static AutoCloseable scheduled(Lateness lateness) {
        var timer = new ScheduledThreadPoolExecutor(1);
        var questions = Executors.newVirtualThreadPerTaskExecutor();
        var began = System.nanoTime();
        checks().forEach((check, phase) -> {
            var slot = new long[] {began + phase};
            var _ = timer.scheduleAtFixedRate(
                    () -> {
                        var due = slot[0];
                        slot[0] += LOAD.every().toNanos();
                        questions.execute(() -> lateness.began(check, System.nanoTime() - due));
                    },
                    Math.max(0, slot[0] - System.nanoTime()),
                    LOAD.every().toNanos(),
                    TimeUnit.NANOSECONDS);
        });
        return () -> {
            timer.shutdownNow();
            questions.close();
        };
    }

    private static AutoCloseable wheel(Lateness lateness) {
        var timer = new HashedWheelTimer(10, TimeUnit.MILLISECONDS);
        var questions = Executors.newVirtualThreadPerTaskExecutor();
        var began = System.nanoTime();
        checks().forEach((check, phase) -> new WheelTurn(timer, check, began + phase, lateness, questions).begin());
        return () -> {
            timer.stop();
            questions.close();
        };
    }

    private static Map<CheckId, Long> checks() {
        var apart = LOAD.every().toNanos() / LOAD.checks();
        return IntStream.range(0, LOAD.checks())
                .boxed()
                .collect(Collectors.toMap(number -> new CheckId("service-" + number), number -> number * apart));
    }

    /** One check on the wheel, which has no repetition of its own. */
    private record WheelTurn(HashedWheelTimer timer, CheckId check, long slot, Lateness lateness, Executor questions)
            implements TimerTask {
        private void begin() {
            var _ = timer.newTimeout(this, Math.max(0, slot - System.nanoTime()), TimeUnit.NANOSECONDS);
        }

        @Override
        public void run(Timeout timeout) {
            questions.execute(() -> lateness.began(check, System.nanoTime() - slot));
            if (!timeout.isCancelled()) {
                new WheelTurn(timer, check, slot + LOAD.every().toNanos(), lateness, questions).begin();
            }
        }
    }

    /** A way to do something at its time. */
    @FunctionalInterface
    private interface Way {
        AutoCloseable started(Lateness lateness) throws Exception;
    }
}
