package dev.backonline.bot;

import dev.backonline.bot.operation.Operation;
import dev.backonline.bot.operation.Tools;
import dev.backonline.bot.pace.Shift;
import dev.backonline.bot.reload.Dials;
import dev.backonline.bot.reload.Inheritance;
import dev.backonline.bot.watch.Planning;
import dev.backonline.config.BotConfig;
import dev.backonline.incident.Desk;
import dev.backonline.operator.Mailroom;
import dev.backonline.operator.command.Galleys;
import dev.backonline.operator.command.MaintenanceRoutes.Caretaker;
import dev.backonline.outbox.StoreUnavailable;
import dev.backonline.page.web.Showcase;
import dev.backonline.store.Dialect;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** Starts and stops everything, and sees to it from time to time. While the database is away, only the kept page is served. */
@ApplicationScoped
public class Bot {
    private static final Logger LOG = Logger.getLogger(Bot.class);
    /** Ours: how often a database that is away at the start is tried again. */
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final Tools tools;
    private final boolean exclusive;
    private final Showcase page;
    private final Orders orders;
    private final Dials dials;
    private final ReentrantLock changing = new ReentrantLock();
    private Optional<Shift> starting = Optional.empty();
    private Inheritance inheritance = Inheritance.NONE;
    private boolean stopped;
    private volatile Optional<Operation> operation = Optional.empty();

    @Inject
    Bot(Tools tools, Dialect dialect, Showcase page, Orders orders) {
        this.tools = tools;
        this.exclusive = dialect == Dialect.EMBEDDED;
        this.page = page;
        this.orders = orders;
        this.dials = new Dials(tools.figures());
    }

    void start(@Observes StartupEvent event) {
        alone(this::beginWhenItCan);
    }

    private void alone(Runnable change) {
        changing.lock();
        try {
            if (!stopped) {
                change.run();
            }
        } finally {
            changing.unlock();
        }
    }

    private void beginWhenItCan() {
        try {
            begin();
        } catch (StoreUnavailable away) {
            LOG.errorf("The database is away, so the bot starts when it is back reason=\"%s\"", away.getMessage());
            starting =
                    Optional.of(new Shift("start", this::tryAgain, tools.clock().nanos()).open());
        }
    }

    private Duration tryAgain() {
        alone(() -> {
            begin();
            starting.ifPresent(Shift::close);
            starting = Optional.empty();
        });
        return TRY_AGAIN;
    }

    private void begin() {
        dials.remove();
        var begun = new Operation(orders.config(), tools, orders.installation(), page::show, inheritance);
        try {
            begun.open(exclusive);
            operation = Optional.of(begun);
            inheritance = Inheritance.NONE;
        } catch (RuntimeException failure) {
            begun.close();
            inheritance = inheritance.unpaced();
            throw failure;
        }
    }

    /** Goes by another configuration from now on; one that it can't begin with is a bug, and it goes on by the one before. */
    void renew(BotConfig next) {
        alone(() -> {
            var before = orders.config();
            orders.change(next);
            operation.ifPresent(running -> {
                inheritance = running.handOver();
                operation = Optional.empty();
                goOn(before);
            });
        });
    }

    private void goOn(BotConfig before) {
        try {
            beginWhenItCan();
        } catch (RuntimeException bug) {
            orders.change(before);
            beginWhenItCan();
            throw bug;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        alone(() -> {
            stopped = true;
            starting.ifPresent(Shift::close);
            operation.ifPresent(Operation::stop);
        });
    }

    /** Where what is told to checks belongs; empty before it has started. */
    Optional<Mailroom> mailroom() {
        return operation.map(running -> running.enquiries()::mailbox);
    }

    /** How long the bot has decided nothing; empty before it has started. */
    Optional<Duration> silence() {
        return operation.map(running -> running.enquiries().silence());
    }

    /** Where people's commands are taken; empty before it has started. */
    Optional<Desk> desk() {
        return operation.map(Operation::desk);
    }

    /** Where it is seen beforehand what they would have told; empty before it has started. */
    Optional<Galleys> galleys() {
        return operation.map(Operation::galleys);
    }

    /** Where maintenances are planned and called off; empty before it has started. */
    Optional<Caretaker> caretaker() {
        return operation.map(running ->
                new Planning(running.enquiries().upkeep(), tools.clock().wall()));
    }

    /** The channels whose credentials end soon; none before it has started. */
    List<String> ending() {
        return operation
                .map(running -> running.enquiries().ending(tools.clock().now()))
                .orElse(List.of());
    }

    /** How many deliveries wait for a person or for mended credentials. */
    long held() {
        return operation.map(running -> running.enquiries().held()).orElse(0L);
    }
}
