package dev.backonline.bot;

import dev.backonline.bot.reload.Editions;
import dev.backonline.bot.setup.Configuration;
import dev.backonline.bot.setup.Installation;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ConfigReader.Mistaken;
import dev.backonline.config.ConfigReader.Read;
import dev.backonline.config.ConfigReader.Result;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What the bot is to do: the file's orders, or the demonstration's, whose services are started for it. */
@ApplicationScoped
class Orders {
    private static final Logger LOG = Logger.getLogger(Orders.class);

    private final Vertx vertx;
    private final Installation installation;
    private final int port;
    private volatile Optional<Demonstration> demonstration = Optional.empty();
    private final Optional<Editions> editions;
    private volatile Optional<BotConfig> read = Optional.empty();

    @Inject
    Orders(Vertx vertx, Config settings, @ConfigProperty(name = "quarkus.http.port") int port) {
        this.vertx = vertx;
        this.installation = Installation.found(name -> settings.getOptionalValue(name, String.class));
        this.port = port;
        var configuration = Configuration.installed();
        this.editions =
                installation.configuration().map(file -> new Editions(opened -> configuration.read(file, opened)));
    }

    Installation installation() {
        return installation;
    }

    /** The file as it changes; empty for the demonstration. */
    Optional<Editions> editions() {
        return editions;
    }

    /** From now on they are these. */
    void change(BotConfig next) {
        read = Optional.of(next);
    }

    /** Read once, until they change. The command has read the file before; whoever has spoilt it in between is told so here. */
    BotConfig config() {
        if (read.isEmpty()) {
            read = Optional.of(accepted());
        }
        return read.orElseThrow();
    }

    private BotConfig accepted() {
        return switch (result()) {
            case Mistaken mistaken ->
                throw new IllegalStateException(String.join(System.lineSeparator(), mistaken.report("Not starting.")));
            case Read good -> {
                good.warnings().forEach(LOG::warn);
                yield good.config();
            }
        };
    }

    private Result result() {
        return editions.map(Editions::read).orElseGet(() -> demonstrated(Configuration.installed()));
    }

    private Result demonstrated(Configuration configuration) {
        var services = new Demonstration(vertx, System::nanoTime);
        demonstration = Optional.of(services);
        var page = URI.create("http://localhost:" + port);
        LOG.infof("There is no file, so the demonstration runs: made-up services, temporary data. Its page: %s", page);
        return configuration.demonstration(URI.create(services.open()), page);
    }

    void stop(@Observes ShutdownEvent event) {
        demonstration.ifPresent(Demonstration::close);
    }
}
