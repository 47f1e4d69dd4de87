package dev.backonline.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ConfigReader;
import dev.backonline.config.Plugins;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A service that breaks or mends at every turn, and a hook that hears of it, both on loopback. */
final class Street implements AutoCloseable {
    private static final long NOT_YET = 0;
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final long PATIENCE_SECONDS = 20;

    private final HttpServer server;
    private final AtomicLong answered = new AtomicLong(1);
    private final BlockingQueue<Long> arrivals = new ArrayBlockingQueue<>(16);
    private volatile boolean broken;

    Street() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/chat", this::answer);
        server.createContext("/hook", this::hear);
        server.start();
    }

    /** A file that watches the service and tells the hook at once, and whoever else these lines of {@code channels} name. */
    BotConfig config(String languages, String more) {
        var text = """
                page: { name: Street, url: "http://127.0.0.1", languages: [%s] }
                services:
                  chat:
                    name: Chat
                    checks: [ { type: http, url: "%s", every: 50ms, timeout: 50ms } ]
                    fails: 1 of 1
                    recovers: 1 of 1
                    flapping: never
                publish: { problem-after: 0s, recovered-after: 0s, reopen-within: 0s, join-within: 0s, still-every: [1h] }
                channels:
                  hook: { type: webhook, url: "%s" }
                %s
                """.formatted(languages, address("/chat"), address("/hook"), more);
        return switch (new ConfigReader(Plugins.installed(), _ -> Optional.empty()).read("street.yaml", text)) {
            case ConfigReader.Read read -> read.config();
            case ConfigReader.Mistaken mistaken ->
                throw new IllegalStateException(mistaken.mistakes().toString());
        };
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var said = broken;
        exchange.sendResponseHeaders(said ? UNAVAILABLE : OK, -1);
        exchange.close();
        if (said == broken) {
            answered.compareAndSet(NOT_YET, System.nanoTime());
        }
    }

    private void hear(HttpExchange exchange) throws IOException {
        var now = System.nanoTime();
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(OK, -1);
        exchange.close();
        arrivals.add(now);
    }

    /** Breaks or mends the service, and gives how long after the first answer that showed it the hook heard of it, in nanoseconds. */
    long turn() throws InterruptedException {
        broken = !broken;
        answered.set(NOT_YET);
        var heard = arrivals.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (heard == null) {
            throw new IllegalStateException("nothing was told for %d s".formatted(PATIENCE_SECONDS));
        }
        return heard - answered.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
