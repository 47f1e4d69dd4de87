package dev.backonline.bot.trace;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import dev.backonline.outbox.Delivery.Trail;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Our spans as OpenTelemetry's, named by its semantic conventions where these have a name for it. They follow from each other only as we say, never
 * from what a thread happens to be doing.
 */
final class OpenTelemetrySpans implements Spans {
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    private final Tracer tracer;

    OpenTelemetrySpans(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("dev.backonline");
    }

    @Override
    public Span begin(Step step, String about, Instant at, Optional<Trail> after) {
        var builder = tracer.spanBuilder(name(step) + " " + about)
                .setSpanKind(kind(step))
                .setStartTimestamp(at)
                .setParent(after.flatMap(OpenTelemetrySpans::place)
                        .map(place -> Context.root().with(io.opentelemetry.api.trace.Span.wrap(place)))
                        .orElse(Context.root()));
        return new Begun(told(step, builder).startSpan());
    }

    /** What a later version may have written, and this one can't read, begins a trace anew. */
    private static Optional<SpanContext> place(Trail trail) {
        var parts = TRACEPARENT.matcher(trail.value());
        return parts.matches()
                ? Optional.of(SpanContext.createFromRemoteParent(
                                parts.group(1),
                                parts.group(2),
                                TraceFlags.fromHex(parts.group(3), 0),
                                TraceState.getDefault()))
                        .filter(SpanContext::isValid)
                : Optional.empty();
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
            var place = span.getSpanContext();
            return Optional.of(place)
                    .filter(SpanContext::isValid)
                    .map(valid -> new Trail("00-%s-%s-%s"
                            .formatted(
                                    valid.getTraceId(),
                                    valid.getSpanId(),
                                    valid.getTraceFlags().asHex())));
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
