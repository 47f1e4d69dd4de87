package dev.backonline.bot.share;

import com.sun.net.httpserver.HttpServer;
import dev.backonline.bot.operation.Operation;
import dev.backonline.bot.operation.Tools;
import dev.backonline.bot.reload.Inheritance;
import dev.backonline.bot.setup.Installation;
import dev.backonline.bot.wire.VertxWire;
import dev.backonline.channel.Clock;
import dev.backonline.channel.ScriptedServer;
import dev.backonline.check.Observation.Location;
import dev.backonline.check.Wire;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ConfigReader;
import dev.backonline.config.Plugins;
import dev.backonline.page.PageModel;
import dev.backonline.store.Store;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Services in a row that know who asks them, and a hook that hears what is told of them. */
final class Street implements AutoCloseable {
    private static final Pattern TOLD = Pattern.compile("\"type\"\\s*:\\s*\"dev\\.backonline\\.(\\w+\\.\\w+)\"");

    private final HttpServer houses;
    private final ScriptedServer hook = new ScriptedServer(_ -> ScriptedServer.Reply.of(204, ""));
    private final Vertx vertx = Vertx.vertx();
    private final VertxWire wire = new VertxWire(vertx);
    private final Map<String, Map<String, Integer>> asked = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> broken = new ConcurrentHashMap<>();
    private final int count;

    Street(int count) {
        this.count = count;
        try {
            houses = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        houses.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        houses.createContext("/", exchange -> {
            var house = exchange.getRequestURI().getPath().substring(1);
            var asker = exchange.getRequestHeaders().getFirst("asker");
            asked.computeIfAbsent(house, _ -> new ConcurrentHashMap<>()).merge(asker, 1, Integer::sum);
            var ill = broken.getOrDefault(house, Set.of());
            exchange.sendResponseHeaders(ill.contains("all") || ill.contains(asker) ? 503 : 200, -1);
            exchange.close();
        });
        houses.start();
    }

    /** One process. */
    record Resident(
            Operation operation, Tools tools, SimpleMeterRegistry figures, AtomicReference<Optional<PageModel>> page)
            implements AutoCloseable {
        double figure(String name) {
            return figures.get(name).gauge().value();
        }

        /** How many incidents its page shows. */
        int shown() {
            return page.get().map(model -> model.incidents().size()).orElse(0);
        }

        @Override
        public void close() {
            operation.close();
        }
    }

    Resident moveIn(String name, String location, Store store, String more) {
        return resident(name, location, store, config(text(name, more)), wire);
    }

    static Resident resident(String name, String location, Store store, BotConfig config, Wire wire) {
        var clock = new Clock(InstantSource.system(), System::nanoTime);
        var figures = new SimpleMeterRegistry();
        var tools =
                new Tools(store, wire, clock, figures, name, new Location(location), Optional::empty, Optional.empty());
        return resident(tools, figures, config, Inheritance.NONE);
    }

    /** The same process by another file. */
    Resident goOn(Resident former, String more) {
        var figures = new SimpleMeterRegistry();
        var was = former.tools();
        var tools = new Tools(
                was.store(),
                was.wire(),
                was.clock(),
                figures,
                was.owner(),
                was.location(),
                Optional::empty,
                Optional.empty());
        return resident(
                tools,
                figures,
                config(text(was.owner(), more)),
                former.operation().handOver());
    }

    private static Resident resident(
            Tools tools, SimpleMeterRegistry figures, BotConfig config, Inheritance inheritance) {
        var page = new AtomicReference<Optional<PageModel>>(Optional.empty());
        var installation = new Installation(Optional.of(Path.of("test.yaml")), Path.of("."));
        var operation = new Operation(config, tools, installation, model -> page.set(Optional.of(model)), inheritance);
        operation.open(false);
        return new Resident(operation, tools, figures, page);
    }

    /** The file of one who asks; {@code more} are further keys of each service. */
    String text(String asker, String more) {
        var services = IntStream.range(0, count)
                .mapToObj(number -> """
                          house%1$d:
                            name: House %1$d
                            fails: 2 of 3
                            recovers: 2 of 2
                            %4$s
                            checks: [ { type: http, url: "http://127.0.0.1:%2$d/house%1$d", every: 1s, timeout: 1s, headers: { asker: "%3$s" } } ]
                        """.formatted(number, houses.getAddress().getPort(), asker, more))
                .collect(Collectors.joining());
        return """
                page: { name: Street, url: "http://127.0.0.1", languages: [en] }
                services:
                %s
                publish: { problem-after: 0s, recovered-after: 200ms, still-every: [10m] }
                channels:
                  hook: { type: webhook, url: "%s/hook" }
                  staff: { type: webhook, url: "%s/staff", audience: internal }
                """.formatted(services, hook.address(), hook.address());
    }

    static BotConfig config(String text) {
        var result = new ConfigReader(Plugins.installed(), _ -> Optional.empty()).read("test.yaml", text);
        return switch (result) {
            case ConfigReader.Read read -> read.config();
            case ConfigReader.Mistaken mistaken ->
                throw new IllegalStateException(mistaken.mistakes().toString());
        };
    }

    /** For those who ask from there, or for all. */
    void breakDown(String house, String... askers) {
        broken.put(house, askers.length == 0 ? Set.of("all") : Set.of(askers));
    }

    void mend(String house) {
        broken.remove(house);
    }

    /** Forgets who has asked so far. */
    void forget() {
        asked.clear();
    }

    /** How often each house was asked, by whom, since it was forgotten. */
    Map<String, Map<String, Integer>> asked() {
        return asked;
    }

    /** What the public was told, in its order, such as {@code incident.problem}. */
    List<String> told() {
        return heard("/hook");
    }

    private List<String> heard(String path) {
        return bodies(path).stream()
                .map(body -> {
                    var type = TOLD.matcher(body);
                    return type.find() ? type.group(1) : body;
                })
                .toList();
    }

    /** All that was posted there; a receiver knows by its id what is sent again since nobody knows whether it arrived. */
    List<String> bodies(String path) {
        var bodies = new LinkedHashMap<String, String>();
        hook.received().stream()
                .filter(request -> request.target().equals(path))
                .forEach(request ->
                        bodies.putIfAbsent(request.header("webhook-id").orElseThrow(), request.body()));
        return List.copyOf(bodies.values());
    }

    @Override
    public void close() {
        houses.stop(0);
        hook.close();
        wire.close();
        vertx.close();
    }
}
