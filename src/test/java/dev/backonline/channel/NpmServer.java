package dev.backonline.channel;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backonline.bot.wire.VertxWire;
import dev.backonline.check.Wire;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A network's server, or what others made to stand for it, from npm as a child process on loopback: {@code server.mjs} of its {@link NpmFolder},
 * which says where it serves, and ends when its standard input does, so that it never outlives its test.
 */
public final class NpmServer implements AutoCloseable {
    /** Ours: a few small packages. */
    private static final Duration INSTALLING = Duration.ofSeconds(60);

    /** Ours: the slowest starts in about 4 s on two quiet cores. */
    private static final Duration START = Duration.ofSeconds(40);

    private static final Pattern READY = Pattern.compile("READY (http://127\\.0\\.0\\.1:\\d+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Path log;
    /** Some hang up on who offers HTTP/2. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Vertx vertx = Vertx.vertx();
    private final VertxWire wire = new VertxWire(vertx);

    private NpmServer(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** The test is skipped, with what is missing, where it can't be installed in time or doesn't start. */
    public static NpmServer of(String name, String... arguments) throws InterruptedException {
        var folder = new NpmFolder(name);
        try {
            folder.install(INSTALLING);
            return start(folder, arguments);
        } catch (IOException missing) {
            return abort("no server '%s': %s".formatted(name, missing));
        }
    }

    /** Of a folder in which all is installed. */
    public static NpmServer start(NpmFolder folder, String... arguments) throws IOException {
        var log = folder.file(
                Stream.concat(Stream.of("server"), Stream.of(arguments)).collect(Collectors.joining("-")) + ".log");
        var command = Stream.concat(Stream.of("node", "server.mjs"), Stream.of(arguments));
        var server =
                new NpmServer(folder.child(log, command.toArray(String[]::new)).start(), log);
        server.awaitReady();
        return server;
    }

    private void awaitReady() throws IOException {
        try {
            await().atMost(START)
                    .failFast(() -> !process.isAlive())
                    .until(() -> READY.matcher(Files.readString(log)).find());
        } catch (RuntimeException neverServed) {
            close();
            throw new IOException("the server does not start, see " + log, neverServed);
        }
    }

    public URI address() throws IOException {
        var match = READY.matcher(Files.readString(log));
        if (!match.find()) {
            throw new IOException("the server does not serve");
        }
        return URI.create(match.group(1));
    }

    /** What carries our posts there. */
    public Wire wire() {
        return wire;
    }

    /** The same, but every answer is lost on its way back. */
    public Wire lossyWire() {
        return request -> {
            wire.exchange(request);
            return new Wire.Unanswered("connection reset", false);
        };
    }

    /** The body of its yes; any other answer is an {@link IOException}. */
    public JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("%s: HTTP %d, %s".formatted(request.uri(), response.statusCode(), response.body()));
        }
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        http.close();
        wire.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
