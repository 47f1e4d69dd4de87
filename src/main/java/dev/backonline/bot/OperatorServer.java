package dev.backonline.bot;

import dev.backonline.bot.operation.Tools;
import dev.backonline.bot.setup.LocalKey;
import dev.backonline.operator.command.AuditRoutes;
import dev.backonline.operator.command.DeliveryDesk;
import dev.backonline.operator.command.DeliveryRoutes;
import dev.backonline.operator.command.Hatch;
import dev.backonline.operator.command.IncidentRoutes;
import dev.backonline.operator.command.MaintenanceRoutes;
import dev.backonline.operator.command.ServiceRoutes;
import dev.backonline.operator.door.Doorkeeper;
import dev.backonline.operator.door.OperatorName;
import dev.backonline.operator.door.Pass;
import dev.backonline.operator.web.OperatorPage;
import io.quarkus.vertx.http.ManagementInterface;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Opens the operators' door on the management port: to those that the file names, and to whoever can read the data folder. */
@ApplicationScoped
class OperatorServer {
    private static final Logger LOG = Logger.getLogger(OperatorServer.class);

    private final Tools tools;
    private final Orders orders;
    private final Bot bot;
    private final Path data;

    OperatorServer(Tools tools, Orders orders, Bot bot, @ConfigProperty(name = "backonline.data") Path data) {
        this.tools = tools;
        this.orders = orders;
        this.bot = bot;
        this.data = data;
    }

    void mount(@Observes ManagementInterface management) {
        var clock = tools.clock();
        var store = tools.store();
        OperatorPage.mount(management.router());
        var hatch = new Hatch(management.router(), doorkeeper(), store.audit(), clock.wall());
        new DeliveryRoutes(new DeliveryDesk(store.outbox(), clock.wall())).mount(hatch);
        new AuditRoutes(store.audit()).mount(hatch);
        new ServiceRoutes(() -> orders.config().catalog(), this::languages).mount(hatch);
        new IncidentRoutes(new IncidentRoutes.Means(
                        store.incidents(), store.alarms(), store.restraints(), store.outbox(), bot::desk, bot::galleys))
                .mount(hatch);
        new MaintenanceRoutes(new MaintenanceRoutes.Means(
                        bot::caretaker,
                        () -> orders.config().catalog(),
                        () -> orders.config().identity().zone(),
                        clock.wall()))
                .mount(hatch);
    }

    /** The page's first, and then all others that anything is told in. */
    private List<Locale> languages() {
        var config = orders.config();
        var told = config.channels().stream().flatMap(plan -> plan.subscription().languages().stream());
        return Stream.concat(config.identity().languages().stream(), told)
                .distinct()
                .toList();
    }

    /** Without a place for the local token only those are let in whom the file names, and all else goes on. */
    private Doorkeeper doorkeeper() {
        var local = new HashMap<OperatorName, Pass>();
        try {
            local.put(OperatorName.LOCAL, Pass.of(LocalKey.made(data).token()));
        } catch (IOException unwritable) {
            LOG.errorf(
                    "The local operator's token can't be written, so only the file's operators are let in folder=%s reason=\"%s\"",
                    data, unwritable);
        }
        return new Doorkeeper(() -> admitted(local), tools.clock().nanos());
    }

    /** Those that the file names now, and whoever can read the data folder. */
    private Map<OperatorName, Pass> admitted(Map<OperatorName, Pass> local) {
        var passes = new HashMap<>(orders.config().operators());
        passes.putAll(local);
        return passes;
    }
}
