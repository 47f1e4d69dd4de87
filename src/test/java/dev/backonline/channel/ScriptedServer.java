package dev.backonline.channel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP/1.1 server on 127.0.0.1 that does what its script says, good manners or not. */
public final class ScriptedServer implements AutoCloseable {
    private final ServerSocket socket;
    private final String scheme;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Script script;

    /** One request, as it came in; header names are lower case. */
    public record Received(String method, String target, Map<String, String> headers, String body) {
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /** What the server does once it has read a request. */
    public sealed interface Reaction {}

    /** Answers in good order. */
    public record Reply(int status, Map<String, String> headers, String body) implements Reaction {
        public static Reply of(int status, String body) {
            return new Reply(status, Map.of(), body);
        }

        public Reply with(String name, String value) {
            var more = new HashMap<>(headers);
            more.put(name, value);
            return new Reply(status, more, body);
        }
    }

    /** Resets the connection. */
    public record Reset() implements Reaction {}

    /** Says nothing until the server is closed. */
    public record Stall() implements Reaction {}

    /** Writes this, whatever it may be, and closes. */
    public record Raw(String bytes) implements Reaction {}

    /** Decides what is done with each request. */
    @FunctionalInterface
    public interface Script {
        Reaction to(Received request);
    }

    public ScriptedServer(Script script) {
        this(plainSocket(), "http", script);
    }

    public ScriptedServer(ServerSocket socket, String scheme, Script script) {
        this.socket = socket;
        this.scheme = scheme;
        this.script = script;
        Thread.ofVirtual().start(this::acceptAll);
    }

    /** An address of 127.0.0.1 where nobody listens. */
    public static URI nowhere() {
        try (var socket = plainSocket()) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public URI address() {
        return URI.create("%s://127.0.0.1:%d".formatted(scheme, socket.getLocalPort()));
    }

    public void script(Script next) {
        script = next;
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    /** The bodies of what was posted, and not only asked. */
    public List<String> posted() {
        return received.stream()
                .filter(request -> request.method().equals("POST"))
                .map(Received::body)
                .toList();
    }

    public Received last() {
        return received.getLast();
    }

    public int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
            for (var one : open) {
                one.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ServerSocket plainSocket() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                var accepted = socket.accept();
                connections.incrementAndGet();
                open.add(accepted);
                Thread.ofVirtual().start(() -> serve(accepted));
            } catch (IOException _) {
                // Closed: the loop ends. Anything else shows as a client's failure.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new BufferedInputStream(client.getInputStream());
            var next = HttpBytes.read(in);
            while (next.isPresent() && closed.getCount() > 0) {
                received.add(next.get());
                next = reacted(client, next.get()) ? HttpBytes.read(in) : Optional.empty();
            }
        } catch (IOException | InterruptedException _) {
            // The client has gone, as clients do.
        } finally {
            open.remove(client);
        }
    }

    /** Gives whether the connection stays open. */
    private boolean reacted(Socket client, Received request) throws IOException, InterruptedException {
        switch (script.to(request)) {
            case Reply reply -> {
                client.getOutputStream().write(HttpBytes.of(reply));
                return !request.header("connection").filter("close"::equals).isPresent();
            }
            case Reset _ -> client.setSoLinger(true, 0);
            case Stall _ -> closed.await();
            case Raw(var text) -> client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }
        return false;
    }
}
