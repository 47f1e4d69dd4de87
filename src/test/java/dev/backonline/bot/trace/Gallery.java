package dev.backonline.bot.trace;

import dev.backonline.bot.operation.Operation;
import dev.backonline.bot.operation.Tools;
import dev.backonline.bot.reload.Inheritance;
import dev.backonline.bot.setup.Installation;
import dev.backonline.channel.Clock;
import dev.backonline.check.Observation.Location;
import dev.backonline.check.Wire;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ConfigReader;
import dev.backonline.config.Plugins;
import dev.backonline.store.Store;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** One process with OpenTelemetry's own SDK, whose spans stay where they can be looked at. */
final class Gallery implements AutoCloseable {
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final OpenTelemetrySdk sdk;
    private Optional<Operation> operation = Optional.empty();

    Gallery() {
        this(Sampler.alwaysOn());
    }

    /** {@code sampler}: of the traces that begin here. */
    Gallery(Sampler sampler) {
        this.sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setSampler(Sampler.parentBased(sampler))
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                        .build())
                .build();
    }

    Spans spans() {
        return new OpenTelemetrySpans(sdk);
    }

    /** Begins to work by this file, leaving traces. */
    Gallery open(String file, Store store, Wire wire) {
        operation = Optional.of(operation(file, store, wire, Optional.of(spans())));
        return this;
    }

    /** One that works by this file; without spans it leaves no traces. */
    static Operation operation(String file, Store store, Wire wire, Optional<Spans> spans) {
        var tools = new Tools(
                store,
                wire,
                new Clock(InstantSource.system(), System::nanoTime),
                new SimpleMeterRegistry(),
                "one",
                Location.HERE,
                Optional::empty,
                spans);
        var installation = new Installation(Optional.of(Path.of("test.yaml")), Path.of("."));
        var operation = new Operation(config(file), tools, installation, _ -> {}, Inheritance.NONE);
        operation.open(true);
        return operation;
    }

    static BotConfig config(String file) {
        return switch (new ConfigReader(Plugins.installed(), _ -> Optional.of("s3cr3t-square"))
                .read("test.yaml", file)) {
            case ConfigReader.Read read -> read.config();
            case ConfigReader.Mistaken mistaken ->
                throw new IllegalStateException(mistaken.mistakes().toString());
        };
    }

    List<SpanData> all() {
        return exporter.getFinishedSpanItems();
    }

    /** Those of this name, in the order in which they ended. */
    List<SpanData> named(String name) {
        return all().stream().filter(span -> span.getName().equals(name)).toList();
    }

    SpanData only(String name) {
        var found = named(name);
        if (found.size() != 1) {
            throw new AssertionError("%d spans '%s' among %s".formatted(found.size(), name, names()));
        }
        return found.getFirst();
    }

    List<String> names() {
        return all().stream().map(SpanData::getName).toList();
    }

    /** What a span says under this name, as text. */
    static String said(SpanData span, String key) {
        return span.getAttributes().asMap().entrySet().stream()
                .filter(entry -> entry.getKey().getKey().equals(key))
                .map(entry -> String.valueOf(entry.getValue()))
                .findFirst()
                .orElse("");
    }

    /** All names under which a span says something. */
    static List<String> keys(SpanData span) {
        return span.getAttributes().asMap().keySet().stream()
                .map(AttributeKey::getKey)
                .sorted()
                .toList();
    }

    /** Ends the work; the spans can still be looked at. */
    void end() {
        operation.ifPresent(Operation::close);
        operation = Optional.empty();
    }

    @Override
    public void close() {
        end();
        sdk.close();
    }
}
