package dev.backonline.bot.trace;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import dev.backonline.outbox.Delivery.Trail;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Our spans as OpenTelemetry's, named by its semantic conventions where these have a name for it. They follow from each other only as we say, never
 * from what a thread happens to be doing.
 */
final class OpenTelemetrySpans implements Spans {
    /** W3C Trace Context: {@code traceparent}. */
    private static final TextMapPropagator FORM = W3CTraceContextPropagator.getInstance();

    private static final TextMapGetter<Map<String, String>> READING = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    };

    private final Tracer tracer;

    OpenTelemetrySpans(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("dev.backonline");
    }

    @Override
    public Span begin(Step step, String about, Instant at, Optional<Trail> after) {
        var builder = tracer.spanBuilder(name(step) + " " + about)
                .setSpanKind(kind(step))
                .setStartTimestamp(at)
                .setParent(after.map(OpenTelemetrySpans::place).orElse(Context.root()));
        return new Begun(told(step, builder).startSpan());
    }

    /** What a later version may have written, and this one can't read, begins a trace anew. */
    private static Context place(Trail trail) {
        return FORM.extract(Context.root(), Map.of("traceparent", trail.value()), READING);
    }

    private static String name(Spans.Step step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static SpanKind kind(Spans.Step step) {
        return switch (step) {
            case CHECK, SEND, LOOK_UP -> SpanKind.CLIENT;
            case DECIDE, PREPARE -> SpanKind.INTERNAL;
        };
    }

    /** What messaging systems call it. */
    private static SpanBuilder told(Spans.Step step, SpanBuilder span) {
        return switch (step) {
            case CHECK, DECIDE -> span;
            case PREPARE -> span.setAttribute("messaging.operation.name", "prepare");
            case SEND ->
                span.setAttribute("messaging.operation.type", "send").setAttribute("messaging.operation.name", "send");
            case LOOK_UP -> span.setAttribute("messaging.operation.name", "look up");
        };
    }

    private static String key(Spans.Fact fact) {
        return switch (fact) {
            case SERVICES -> "backonline.service.ids";
            case SERVICE -> "backonline.service.id";
            case CHECK -> "backonline.check.id";
            case CHECK_TYPE -> "backonline.check.type";
            case LOCATION -> "backonline.location";
            case ANSWER -> "backonline.check.answer";
            case INCIDENT -> "backonline.incident.id";
            case UPDATE -> "backonline.incident.update";
            case TRANSITION -> "backonline.transition";
            case DELIVERY -> "messaging.message.id";
            case CHANNEL -> "messaging.destination.name";
            case CHANNEL_TYPE -> "messaging.system";
            case LANGUAGE -> "backonline.language";
            case ATTEMPT -> "backonline.attempt";
            case OUTCOME -> "backonline.outcome";
        };
    }

    /** Describes one of OpenTelemetry's. */
    private record Begun(io.opentelemetry.api.trace.Span span) implements Spans.Span {
        @Override
        public Optional<Trail> trail() {
            var carrier = new HashMap<String, String>();
            FORM.inject(Context.root().with(span), carrier, (_, name, value) -> carrier.put(name, value));
            return Optional.ofNullable(carrier.get("traceparent")).map(Trail::new);
        }

        @Override
        public Spans.Span with(Spans.Fact fact, String value) {
            span.setAttribute(stringKey(key(fact)), value);
            return this;
        }

        @Override
        public Spans.Span with(Spans.Fact fact, long value) {
            span.setAttribute(longKey(key(fact)), value);
            return this;
        }

        @Override
        public Spans.Span with(Spans.Fact fact, List<String> values) {
            span.setAttribute(stringArrayKey(key(fact)), values);
            return this;
        }

        @Override
        public Spans.Span failed(String kind) {
            span.setAttribute("error.type", kind);
            span.setStatus(StatusCode.ERROR);
            return this;
        }

        @Override
        public void end(Instant at) {
            span.end(at);
        }
    }
}
