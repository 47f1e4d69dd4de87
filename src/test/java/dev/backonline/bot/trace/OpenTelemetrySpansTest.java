package dev.backonline.bot.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.trace.Spans.Fact;
import dev.backonline.bot.trace.Spans.Step;
import dev.backonline.outbox.Delivery.Trail;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenTelemetrySpansTest {
    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

    private final Gallery gallery = new Gallery();
    private final Spans spans = gallery.spans();

    @AfterEach
    void close() {
        gallery.close();
    }

    @Test
    void a_span_has_the_times_that_it_is_given_and_a_trail_as_w3c_writes_it() {
        var begun = spans.begin(Step.CHECK, "http", NOW, Optional.empty());
        begun.end(NOW.plusMillis(250));

        var span = gallery.only("check http");
        assertThat(begun.trail()).contains(new Trail("00-%s-%s-01".formatted(span.getTraceId(), span.getSpanId())));
        assertThat(span.getEndEpochNanos() - span.getStartEpochNanos()).isEqualTo(250_000_000);
        assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
    }

    @Test
    void what_another_process_wrote_is_gone_on_with() {
        var trail = new Trail("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        spans.begin(Step.LOOK_UP, "sky", NOW, Optional.of(trail)).end(NOW);

        var span = gallery.only("look up sky");
        assertThat(span.getTraceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
    }

    @Test
    void what_cannot_be_read_begins_a_trace_of_its_own() {
        for (var garbled : List.of("", "01-what-comes-later", "00-" + "0".repeat(32) + "-" + "0".repeat(16) + "-01")) {
            spans.begin(Step.SEND, "sky", NOW, Optional.of(new Trail(garbled))).end(NOW);
        }

        assertThat(gallery.named("send sky"))
                .hasSize(3)
                .allMatch(span -> !span.getParentSpanContext().isValid());
    }

    @Test
    void a_span_that_is_not_ended_is_never_seen() {
        spans.begin(Step.DECIDE, "problem", NOW, Optional.empty()).with(Fact.UPDATE, 1);

        assertThat(gallery.all()).isEmpty();
    }

    @Test
    void every_fact_has_a_name_of_its_own() {
        var span = spans.begin(Step.DECIDE, "problem", NOW, Optional.empty());
        Arrays.stream(Fact.values()).forEach(fact -> span.with(fact, "it"));
        span.end(NOW);

        assertThat(Gallery.keys(gallery.only("decide problem")))
                .hasSameSizeAs(Fact.values())
                .allMatch(key -> key.startsWith("backonline.") || key.startsWith("messaging."));
    }

    @Test
    void where_nothing_makes_spans_there_is_no_trail() {
        var nothing = new OpenTelemetrySpans(OpenTelemetry.noop());

        var span = nothing.begin(Step.DECIDE, "problem", NOW, Optional.empty());

        assertThat(span.trail()).isEmpty();
    }
}
