package dev.backonline.bot;

import dev.backonline.bot.operation.Operation;
import dev.backonline.bot.operation.Shift;
import dev.backonline.bot.operation.Tools;
import dev.backonline.bot.watch.Planning;
import dev.backonline.incident.Desk;
import dev.backonline.operator.Mailroom;
import dev.backonline.operator.command.MaintenanceRoutes.Caretaker;
import dev.backonline.outbox.StoreUnavailable;
import dev.backonline.page.web.Showcase;
import dev.backonline.store.Dialect;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    private final Shift starting;
    private volatile Optional<Operation> operation = Optional.empty();

    @Inject
    Bot(Tools tools, Dialect dialect, Showcase page, Orders orders) {
        this.tools = tools;
        this.exclusive = dialect == Dialect.EMBEDDED;
        this.page = page;
        this.orders = orders;
        this.starting = new Shift("start", this::tryAgain, tools.clock().nanos());
    }

    void start(@Observes StartupEvent event) {
        try {
            begin();
        } catch (StoreUnavailable away) {
            LOG.errorf("The database is away, so the bot starts when it is back reason=\"%s\"", away.getMessage());
            starting.open();
        }
    }

    private Duration tryAgain() {
        begin();
        starting.close();
        return TRY_AGAIN;
    }

    private void begin() {
        var begun = new Operation(orders.config(), tools, orders.installation(), page::show);
        try {
            begun.open(exclusive);
            operation = Optional.of(begun);
        } catch (StoreUnavailable away) {
            begun.close();
            throw away;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        starting.close();
        operation.ifPresent(Operation::close);
    }

    /** What other processes left behind when they vanished is looked for. */
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void recover() {
        operation.ifPresent(running -> running.recover(false));
    }

    /** Where what is told to checks belongs; empty before it has started. */
    Optional<Mailroom> mailroom() {
        return operation.map(running -> running::mailbox);
    }

    /** How long the bot has decided nothing; empty before it has started. */
    Optional<Duration> silence() {
        return operation.map(Operation::silence);
    }

    /** Where people's commands are taken; empty before it has started. */
    Optional<Desk> desk() {
        return operation.map(Operation::desk);
    }

    /** Where maintenances are planned and called off; empty before it has started. */
    Optional<Caretaker> caretaker() {
        return operation.map(
                running -> new Planning(running.upkeep(), tools.clock().wall()));
    }

    /** The channels whose credentials end soon; none before it has started. */
    List<String> ending() {
        return operation.map(Operation::ending).orElse(List.of());
    }

    /** How many deliveries wait for a person or for mended credentials. */
    long held() {
        return operation.map(Operation::held).orElse(0L);
    }
}
