package dev.backonline.bot.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.reload.Inheritance;
import dev.backonline.bot.setup.Installation;
import dev.backonline.bot.wire.VertxWire;
import dev.backonline.catalog.ServiceId;
import dev.backonline.channel.Clock;
import dev.backonline.check.CheckId;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ConfigReader;
import dev.backonline.config.Plugins;
import dev.backonline.page.PageModel;
import dev.backonline.store.Store;
import dev.backonline.store.memory.MemoryStore;
import dev.backonline.verdict.history.Bucket;
import dev.backonline.verdict.history.OutcomeChange;
import dev.backonline.verdict.history.OutcomeChange.Kind;
import dev.backonline.verdict.history.Width;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What one operation saw, the next one shows. */
class RememberingTest {
    private static final ServiceId PORT = new ServiceId("port");
    private static final ServiceId NOWHERE = new ServiceId("nowhere");

    private final Store store = new MemoryStore().store();

    @Test
    void an_operation_writes_what_it_saw_when_it_ends_and_the_next_one_shows_it() throws Exception {
        var start = Instant.now();

        var vertx = Vertx.vertx();
        try (var wire = new VertxWire(vertx);
                var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            shown(
                    wire,
                    server,
                    model -> model.states().containsKey(PORT) && model.states().containsKey(NOWHERE));
            var past = shown(wire, server, model -> model.history(PORT).isPresent());

            var known = past.history(PORT).orElseThrow().days().getLast().time().known();
            assertThat(known).isPositive().isLessThan(Duration.between(start, Instant.now()));
        } finally {
            vertx.close();
        }

        var seen = Bucket.joined(
                Width.MINUTE, start, store.history().read(Width.MINUTE, start.minusSeconds(60), Instant.now()));
        assertThat(seen.heard(new CheckId("port/1-tcp")).up()).isPositive();
        assertThat(seen.heard(new CheckId("nowhere/1-tcp")).down()).isPositive();
        assertThat(seen.state(PORT).major()).isZero();
        assertThat(seen.state(NOWHERE).partial()).isPositive();
        assertThat(store.history().changes(start.minusSeconds(1), Instant.now(), 10))
                .filteredOn(change -> change.service().equals("nowhere"))
                .extracting(OutcomeChange::kind) // a busy machine believes no time-out of its own
                .contains(Kind.DOWN)
                .isSubsetOf(Kind.DOWN, Kind.INCONCLUSIVE);
    }

    /** The first model of this kind that an operation gives to the page; the operation has ended then. */
    private PageModel shown(VertxWire wire, ServerSocket server, Predicate<PageModel> wanted) throws Exception {
        var found = new CompletableFuture<PageModel>();
        var tools = new Tools(
                store, wire, new Clock(InstantSource.system(), System::nanoTime), new SimpleMeterRegistry(), "one");
        var installation = new Installation(Optional.of(Path.of("test.yaml")), Path.of("."));
        try (var operation = new Operation(
                config(server),
                tools,
                installation,
                model -> {
                    if (wanted.test(model)) {
                        found.complete(model);
                    }
                },
                Inheritance.NONE)) {
            operation.open(true);
            return found.get(30, TimeUnit.SECONDS);
        }
    }

    private static BotConfig config(ServerSocket server) throws IOException {
        int closed;
        try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = gone.getLocalPort();
        }
        var text = """
                page: { name: Remembering, url: "http://127.0.0.1", languages: [en] }
                services:
                  port: { name: Port, checks: [ { type: tcp, host: "127.0.0.1:%d", every: 400ms, timeout: 390ms } ] }
                  nowhere:
                    name: Nowhere
                    checks: [ { type: tcp, host: "127.0.0.1:%d", every: 400ms, timeout: 390ms, impact: partial } ]
                publish: { problem-after: 0s }
                """.formatted(server.getLocalPort(), closed);
        var result = new ConfigReader(Plugins.installed(), _ -> Optional.empty()).read("test.yaml", text);
        return switch (result) {
            case ConfigReader.Read read -> read.config();
            case ConfigReader.Mistaken mistaken ->
                throw new IllegalStateException(mistaken.mistakes().toString());
        };
    }
}
