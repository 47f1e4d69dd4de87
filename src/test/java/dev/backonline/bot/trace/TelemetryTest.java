package dev.backonline.bot.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TelemetryTest {
    private final List<String> logged = new ArrayList<>();
    private final Logger log = Logger.getLogger(Telemetry.class.getName());
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getLevel() + " " + entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        log.addHandler(listening);
    }

    @AfterEach
    void leave() {
        log.removeHandler(listening);
    }

    private static Optional<Spans> spans(Map<String, String> settings, Optional<OpenTelemetry> built) {
        var config = new SmallRyeConfigBuilder().withDefaultValues(settings).build();
        return new Telemetry(config, () -> built).spans();
    }

    @Test
    void nobody_who_did_not_ask_gets_traces_or_hears_of_them() {
        assertThat(spans(Map.of(), Optional.empty())).isEmpty();
        assertThat(spans(Map.of(Telemetry.DISABLED, "true"), Optional.of(OpenTelemetry.noop())))
                .isEmpty();

        assertThat(logged).isEmpty();
    }

    @Test
    void switched_on_they_are_there() {
        var spans = spans(Map.of(Telemetry.DISABLED, "false"), Optional.of(OpenTelemetry.noop()));

        assertThat(spans).isPresent();
        assertThat(logged).isEmpty();
    }

    @Test
    void a_program_that_was_built_without_them_says_so_and_goes_on() {
        var spans = spans(Map.of(Telemetry.DISABLED, "false"), Optional.empty());

        assertThat(spans).isEmpty();
        assertThat(logged)
                .containsExactly(
                        "WARN Traces are switched on (quarkus.otel.sdk.disabled is false), and this program was"
                                + " built without them: build it with -Dtraces. Going on without.");
    }
}
