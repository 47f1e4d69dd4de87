package dev.backonline.bot.program;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Services on loopback, one for each path, that a test breaks and mends. */
final class Breakable implements AutoCloseable {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final long NO_BODY = -1;

    private final HttpServer server;
    private final Set<String> broken = ConcurrentHashMap.newKeySet();

    Breakable() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(
                    broken.contains(exchange.getRequestURI().getPath()) ? UNAVAILABLE : OK, NO_BODY);
            exchange.close();
        });
        server.start();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    void breakDown(String path) {
        broken.add(path);
    }

    void mend(String path) {
        broken.remove(path);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
