package dev.backonline.bot;

import dev.backonline.bot.operation.Tools;
import dev.backonline.bot.reload.Acceptance;
import dev.backonline.bot.setup.Installation;
import dev.backonline.bot.setup.Settings;
import dev.backonline.bot.trace.Telemetry;
import dev.backonline.bot.wire.VertxWire;
import dev.backonline.channel.Clock;
import dev.backonline.store.Store;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;

/** Lays out the tools that every operation works with; the only place that reads the clocks. */
@Singleton
class Workshop {
    @Produces
    @Singleton
    Acceptance acceptance(MeterRegistry figures) {
        return new Acceptance(InstantSource.system(), figures);
    }

    @Produces
    @Singleton
    Tools tools(Store store, Vertx vertx, MeterRegistry figures, Acceptance acceptance, Telemetry telemetry) {
        var clock = new Clock(InstantSource.system(), System::nanoTime);
        var owner = UUID.randomUUID().toString();
        var location = Installation.location(Settings::find);
        return new Tools(
                store, new VertxWire(vertx), clock, figures, owner, location, acceptance::misread, telemetry.spans());
    }
}
