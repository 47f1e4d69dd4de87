package dev.backonline.channel.ntfy;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** ntfy's own server as a child process on loopback, where nobody may read or post but who was let in. */
final class NtfyServer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Pattern TOKEN = Pattern.compile("tk_\\w+");

    private final Path folder;
    private final URI address;
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();

    /** An {@link IOException} where ntfy is not installed. */
    NtfyServer(Path folder) throws IOException {
        this.folder = folder;
        this.address = URI.create("http://127.0.0.1:" + freePort());
        Files.writeString(folder.resolve("server.yml"), """
                base-url: "%s"
                listen-http: "%s"
                cache-file: "%s"
                auth-file: "%s"
                auth-default-access: deny-all
                """.formatted(
                        address, address.getAuthority(), folder.resolve("cache.db"), folder.resolve("user.db")));
        this.process = command("serve").start();
        await().atMost(START).failFast(() -> !process.isAlive()).until(this::isUp);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private ProcessBuilder command(String... arguments) {
        var command = new ArrayList<>(List.of("ntfy"));
        command.addAll(Arrays.asList(arguments));
        command.addAll(2, List.of("--config", "server.yml"));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        builder.environment().put("NTFY_PASSWORD", "made-up-password");
        return builder;
    }

    private boolean isUp() {
        try {
            return read("/v1/health", "").contains("true");
        } catch (IOException _) {
            return false;
        }
    }

    URI address() {
        return address;
    }

    /** Lets somebody in, who may {@code read-write} or {@code read-only} a topic, and gives the token. */
    String token(String user, String topic, String rights) throws IOException, InterruptedException {
        run("user", "add", user);
        run("access", user, topic, rights);
        run("token", "add", user);
        return TOKEN.matcher(Files.readString(folder.resolve("log")))
                .results()
                .reduce((_, last) -> last)
                .orElseThrow()
                .group();
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        var child = command(arguments).start();
        if (!child.waitFor(START.toSeconds(), TimeUnit.SECONDS) || child.exitValue() != 0) {
            throw new IOException(List.of(arguments) + ": " + Files.readString(folder.resolve("log")));
        }
    }

    /** All messages of a topic as the server keeps them, one JSON object in each line. */
    String messages(String topic, String token) throws IOException {
        return read("/" + topic + "/json?poll=1", token);
    }

    private String read(String path, String token) throws IOException {
        var request = HttpRequest.newBuilder(address.resolve(path));
        if (!token.isEmpty()) {
            request.header("authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString()).body();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
    }
}
