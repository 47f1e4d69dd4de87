package dev.backonline.bot.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backonline.bot.reload.Inheritance;
import dev.backonline.bot.setup.Installation;
import dev.backonline.channel.Clock;
import dev.backonline.check.Wire;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ConfigReader;
import dev.backonline.config.Plugins;
import dev.backonline.store.Store;
import dev.backonline.store.memory.MemoryStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What an operation makes of time-outs on a machine that is late itself, and on one that is not. */
class BusyMachineTest {
    private static final Duration TIMEOUT = Duration.ofMillis(400);
    /** A machine that is late itself needs a calm moment to notice anything in time. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Store store = new MemoryStore().store();
    private final SimpleMeterRegistry figures = new SimpleMeterRegistry();

    @Test
    void time_outs_that_a_busy_machine_notices_late_open_no_incident() {
        operate(TIMEOUT.plusMillis(300), () -> answers("Inconclusive") >= 5);

        assertThat(answers("Down")).isZero();
        assertThat(store.incidents().newest(1)).isEmpty();
    }

    @Test
    void time_outs_that_are_noticed_in_time_open_one() {
        operate(TIMEOUT, () -> !store.incidents().newest(1).isEmpty());

        assertThat(answers("Down")).isPositive();
    }

    private double answers(String kind) {
        return figures.counter("backonline.observations", "answer", kind).count();
    }

    /** Every question is answered by silence, which is noticed after so long. */
    private void operate(Duration silence, Callable<Boolean> until) {
        Wire silent = _ -> {
            awaited(silence);
            return new Wire.Unanswered("time-out after 400ms", true);
        };
        var tools = new Tools(store, silent, new Clock(InstantSource.system(), System::nanoTime), figures, "one");
        var installation = new Installation(Optional.of(Path.of("test.yaml")), Path.of("."));
        try (var operation = new Operation(config(), tools, installation, _ -> {}, Inheritance.NONE)) {
            operation.open(true);
            await().atMost(PATIENCE).until(until);
        }
    }

    private static void awaited(Duration time) {
        try {
            var _ = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static BotConfig config() {
        var text = """
                page: { name: Busy, url: "http://127.0.0.1", languages: [en] }
                services:
                  chat: { name: Chat, checks: [ { type: http, url: "http://chat.example.org", every: 400ms, timeout: 400ms } ] }
                publish: { problem-after: 0s }
                """;
        return switch (new ConfigReader(Plugins.installed(), _ -> Optional.empty()).read("test.yaml", text)) {
            case ConfigReader.Read read -> read.config();
            case ConfigReader.Mistaken mistaken ->
                throw new IllegalStateException(mistaken.mistakes().toString());
        };
    }
}
