package dev.backonline.bot;

import dev.backonline.bot.operation.Operation;
import dev.backonline.bot.operation.Tools;
import dev.backonline.bot.wire.VertxWire;
import dev.backonline.channel.Clock;
import dev.backonline.page.web.Showcase;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Starts and stops everything, and sees to it from time to time. */
@ApplicationScoped
public class Bot {
    private final Vertx vertx;
    private final Databases databases;
    private final MeterRegistry figures;
    private final Showcase page;
    private final Orders orders;
    private volatile Optional<Operation> operation = Optional.empty();

    @Inject
    Bot(Vertx vertx, Databases databases, MeterRegistry figures, Showcase page, Orders orders) {
        this.vertx = vertx;
        this.databases = databases;
        this.figures = figures;
        this.page = page;
        this.orders = orders;
    }

    void start(@Observes StartupEvent event) {
        var clock = new Clock(InstantSource.system(), System::nanoTime);
        var owner = UUID.randomUUID().toString();
        var tools = new Tools(databases.store(), new VertxWire(vertx), clock, figures, owner);
        var started = new Operation(orders.config(), tools, orders.installation(), page::show);
        started.open(!databases.isShared());
        operation = Optional.of(started);
    }

    void stop(@Observes ShutdownEvent event) {
        operation.ifPresent(Operation::close);
    }

    /** What other processes left behind when they vanished is looked for. */
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void recover() {
        operation.ifPresent(running -> running.recover(false));
    }

    /** How long the bot has decided nothing; empty before it has started. */
    Optional<Duration> silence() {
        return operation.map(Operation::silence);
    }
}
