package dev.backonline.bot;

import dev.backonline.bot.operation.Tools;
import dev.backonline.bot.pace.Shift;
import dev.backonline.bot.reload.Acceptance;
import dev.backonline.bot.reload.OpenThreads;
import dev.backonline.bot.reload.Reload;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Looks at the file from time to time while the bot runs. */
@ApplicationScoped
class Reloading {
    /** After the bot itself. */
    private static final int LAST = 10_000;

    private final Orders orders;
    private final Bot bot;
    private final Tools tools;
    private final Acceptance acceptance;
    private Optional<Shift> looking = Optional.empty();

    Reloading(Orders orders, Bot bot, Tools tools, Acceptance acceptance) {
        this.orders = orders;
        this.bot = bot;
        this.tools = tools;
        this.acceptance = acceptance;
    }

    void start(@Observes @Priority(LAST) StartupEvent event) {
        looking = orders.editions().map(editions -> {
            var threads = new OpenThreads(tools.store(), tools.clock().wall());
            var bearer = new Reload.Bearer(orders::config, bot::renew);
            var reload = new Reload(editions, threads, acceptance, bearer);
            return new Shift("configuration", reload::look, tools.clock().nanos()).open();
        });
    }

    void stop(@Observes ShutdownEvent event) {
        looking.ifPresent(Shift::close);
    }
}
