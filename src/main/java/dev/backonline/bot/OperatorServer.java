package dev.backonline.bot;

import dev.backonline.bot.operation.Tools;
import dev.backonline.bot.setup.LocalKey;
import dev.backonline.operator.DeliveryDesk;
import dev.backonline.operator.DeliveryRoutes;
import dev.backonline.operator.Doorkeeper;
import io.quarkus.vertx.http.ManagementInterface;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Opens the operators' door on the management port. */
@ApplicationScoped
class OperatorServer {
    private static final Logger LOG = Logger.getLogger(OperatorServer.class);

    private final Tools tools;
    private final Path data;

    OperatorServer(Tools tools, @ConfigProperty(name = "backonline.data") Path data) {
        this.tools = tools;
        this.data = data;
    }

    /** Without a place for the token nobody is let in, and all else goes on. */
    void mount(@Observes ManagementInterface management) {
        try {
            var doorkeeper = new Doorkeeper(LocalKey.made(data).token());
            var desk = new DeliveryDesk(tools.store().outbox(), tools.clock().wall());
            new DeliveryRoutes(desk, doorkeeper).mount(management.router());
        } catch (IOException unwritable) {
            LOG.errorf(
                    "The operators' token can't be written, so no commands are taken folder=%s reason=\"%s\"",
                    data, unwritable);
        }
    }
}
