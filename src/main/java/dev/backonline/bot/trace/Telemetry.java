package dev.backonline.bot.trace;

import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Finds out whether traces are wanted, and whether this program was built so that it can leave any (Maven's profile {@code traces}). */
@Singleton
public final class Telemetry {
    /** Quarkus' own switch; a program that was built with traces has it on true. */
    static final String DISABLED = "quarkus.otel.sdk.disabled";

    /** A bot that can tell of an outage should not stay down for want of a trace. */
    static final String MISSING = "Traces are switched on (" + DISABLED
            + " is false), and this program was built without them: build it with -Dtraces. Going on without.";

    private static final Logger LOG = Logger.getLogger(Telemetry.class);

    private final Config config;
    private final Supplier<Optional<OpenTelemetry>> built;

    @Inject
    Telemetry(Config config, Instance<OpenTelemetry> built) {
        this(config, () -> built.stream().findFirst());
    }

    /** {@code built}: what makes spans, if it is part of the program. */
    Telemetry(Config config, Supplier<Optional<OpenTelemetry>> built) {
        this.config = config;
        this.built = built;
    }

    /** Empty while traces are off. */
    public Optional<Spans> spans() {
        if (!isWanted()) {
            return Optional.empty();
        }
        var telemetry = built.get();
        if (telemetry.isEmpty()) {
            LOG.warn(MISSING);
        }
        return telemetry.map(OpenTelemetrySpans::new);
    }

    private boolean isWanted() {
        return config.getOptionalValue(DISABLED, Boolean.class)
                .filter(disabled -> !disabled)
                .isPresent();
    }
}
