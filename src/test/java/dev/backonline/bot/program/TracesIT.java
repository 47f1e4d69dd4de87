package dev.backonline.bot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Reply;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged program sends to a collector, if it was built with {@code -Dtraces}; else that it says that it can't. */
class TracesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Maven hands on what it was called with. */
    private static final boolean BUILT = System.getProperty("traces") != null;

    private static final String WITHOUT = "this program was built without -Dtraces";

    private final List<ExportTraceServiceRequest> received = new CopyOnWriteArrayList<>();
    private final ScriptedServer hook = new ScriptedServer(_ -> Reply.of(204, ""));
    private final HttpServer collector;

    @TempDir
    private Path folder;

    TracesIT() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", this::receive);
        collector.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        received.add(ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("backonline.yaml"), """
                page: { name: Example, url: http://status.example.org, languages: [en] }
                services:
                  port: { name: Port, checks: [ { type: tcp, host: "127.0.0.1:1", every: 1s, timeout: 900ms } ] }
                publish: { problem-after: 0s }
                channels:
                  partners: { type: webhook, url: "%1$s/s3cr3t-path" }
                  staff: { type: slack-webhook, url: "%1$s/services/s3cr3t" }
                """.formatted(hook.address()));
    }

    @AfterEach
    void close() throws IOException {
        hook.close();
        collector.stop(0);
    }

    private Map<String, String> settings(Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL",
                "http/protobuf",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:" + collector.getAddress().getPort(),
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY",
                "200ms"));
        settings.putAll(more);
        return settings;
    }

    private static Map<String, String> on() {
        return Map.of("QUARKUS_OTEL_SDK_DISABLED", "false");
    }

    private List<Span> spans() {
        return received.stream()
                .flatMap(request -> request.getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    private Span only(String name) {
        var found = spans().stream().filter(span -> span.getName().equals(name)).toList();
        assertThat(found).as(name).hasSize(1);
        return found.getFirst();
    }

    private boolean isSent(String name) {
        return spans().stream().anyMatch(span -> span.getName().equals(name));
    }

    @Test
    void one_trace_reaches_the_collector_and_nothing_else_does() throws Exception {
        assumeTrue(BUILT, WITHOUT);

        try (var bot = Program.start(folder, settings(on())).ready()) {
            bot.read(bot.page("/?s3cr3t"));
            bot.read(bot.management("/q/health"));
            await().atMost(PATIENCE).until(() -> isSent("send partners") && isSent("send staff"));
        }

        assertThat(spans())
                .extracting(Span::getName)
                .containsExactlyInAnyOrder(
                        "check tcp",
                        "decide problem",
                        "prepare partners",
                        "send partners",
                        "prepare staff",
                        "send staff");
        assertThat(spans())
                .extracting(Span::getTraceId)
                .containsOnly(only("check tcp").getTraceId());
        assertThat(only("check tcp").getParentSpanId()).isEqualTo(ByteString.EMPTY);
        assertThat(only("decide problem").getParentSpanId())
                .isEqualTo(only("check tcp").getSpanId());
        assertThat(only("send staff").getParentSpanId())
                .isEqualTo(only("decide problem").getSpanId());
        assertThat(received.toString())
                .contains("backonline.incident.id")
                .doesNotContain("s3cr3t", "connection", "://", "127.0.0.1");
    }

    @Test
    void a_trace_goes_on_in_the_next_process() throws Exception {
        assumeTrue(BUILT, WITHOUT);
        hook.close();
        try (var _ = Program.start(folder, settings(on())).ready()) {
            await().atMost(PATIENCE).until(() -> isSent("send partners"));
        }
        var before = only("decide problem");
        received.clear();

        try (var _ = Program.start(folder, settings(on())).ready()) {
            await().atMost(PATIENCE).until(() -> isSent("send partners"));
        }

        assertThat(spans()).extracting(Span::getTraceId).containsOnly(before.getTraceId());
    }

    @Test
    void until_they_are_switched_on_nothing_is_sent() {
        assumeTrue(BUILT, WITHOUT);

        try (var bot = Program.start(folder, settings(Map.of())).ready()) {
            await().atMost(PATIENCE).until(() -> hook.received().size() == 2);
            assertThat(bot.output()).doesNotContain("WARN Traces");
        }

        assertThat(received).isEmpty();
    }

    @Test
    void without_a_collector_everything_is_told_all_the_same() {
        assumeTrue(BUILT, WITHOUT);
        collector.stop(0);

        try (var bot = Program.start(folder, settings(on())).ready()) {
            await().atMost(PATIENCE).until(() -> hook.received().size() == 2);
            await().atMost(PATIENCE).until(() -> bot.output().contains("Failed to export"));
            assertThat(bot.output()).doesNotContain("\tat ");
        }
    }

    @Test
    void a_program_that_was_built_without_them_says_so_and_goes_on() {
        assumeFalse(BUILT, "this program was built with -Dtraces");

        try (var bot = Program.start(folder, settings(on())).ready()) {
            await().atMost(PATIENCE).until(() -> hook.received().size() == 2);
            assertThat(bot.output())
                    .contains("Traces are switched on (quarkus.otel.sdk.disabled is false), and this program was built"
                            + " without them: build it with -Dtraces. Going on without.");
        }
    }
}
