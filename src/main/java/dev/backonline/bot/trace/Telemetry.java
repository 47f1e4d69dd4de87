package dev.backonline.bot.trace;

import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Finds out whether traces are wanted, and whether this program was built so that it can leave any (Maven's profile {@code traces}). */
@Singleton
public final class Telemetry {
    /** Quarkus' own switch; a program that was built with traces has it on true. */
    static final String DISABLED = "quarkus.otel.sdk.disabled";

    private static final Logger LOG = Logger.getLogger(Telemetry.class);

    private final Config config;
    private final Instance<OpenTelemetry> built;

    Telemetry(Config config, Instance<OpenTelemetry> built) {
        this.config = config;
        this.built = built;
    }

    /** Empty while traces are off. */
    public Optional<Spans> spans() {
        if (!isWanted()) {
            return Optional.empty();
        }
        if (!built.isResolvable()) {
            LOG.warn(missing());
            return Optional.empty();
        }
        return Optional.of(new OpenTelemetrySpans(built.get()));
    }

    private boolean isWanted() {
        return config.getOptionalValue(DISABLED, Boolean.class)
                .filter(disabled -> !disabled)
                .isPresent();
    }

    /** A bot that can tell of an outage should not stay down for want of a trace. */
    static String missing() {
        return "Traces are switched on (%s is false), and this program was built without them: build it with -Dtraces. Going on without."
                .formatted(DISABLED);
    }
}
