package dev.backonline.channel.bluesky;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The reference server of the AT Protocol, from npm, as a child process on loopback: installed once below {@code target/bluesky}, which
 * takes a compiler for its database. Whatever is missing for that is an {@link IOException} in words.
 */
final class RealServer implements AutoCloseable {
    /** Ours: it starts in about 4 s on two quiet cores. */
    private static final Duration START = Duration.ofSeconds(40);

    private static final Pattern READY = Pattern.compile("READY (http://127\\.0\\.0\\.1:\\d+)");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COMPILE = """
        set -e
        gyp=$(dirname "$(readlink -f "$(command -v npm)")")/../node_modules/node-gyp/bin/node-gyp.js
        home=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
        cd node_modules/better-sqlite3
        exec node "$gyp" rebuild --release --nodedir="$home"
        """;

    private final Process process;
    private final Path log;
    /** The server hangs up on who offers HTTP/2. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private int accounts;

    private RealServer(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Installs what is not there yet, in the time that is given for it, and serves. */
    static RealServer start(Path root, Duration installing) throws IOException, InterruptedException {
        var folder = root.resolve("target/bluesky");
        var files = root.resolve("src/test/bluesky");
        Files.createDirectories(folder);
        copy(files, folder, "package.json", "package-lock.json", "server.mjs");
        install(folder, installing);
        var log = folder.resolve("server.log");
        var server = new RealServer(child(folder, log, "node", "server.mjs"), log);
        server.awaitReady();
        return server;
    }

    private static void copy(Path from, Path to, String... names) throws IOException {
        for (var name : names) {
            Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** No script of any package is run: only the database is compiled, against the headers that came with node. */
    private static void install(Path folder, Duration atMost) throws IOException, InterruptedException {
        var until = System.nanoTime() + atMost.toNanos();
        if (!isInstalled(folder)) {
            run(folder, until, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
            copy(folder, folder.resolve("node_modules"), "package-lock.json");
        }
        if (!Files.exists(folder.resolve("node_modules/better-sqlite3/build/Release/better_sqlite3.node"))) {
            run(folder, until, "sh", "-c", COMPILE);
        }
    }

    /** The last thing that is done is to leave a copy of the list there. */
    private static boolean isInstalled(Path folder) throws IOException {
        var list = folder.resolve("node_modules/package-lock.json");
        return Files.exists(list) && Files.mismatch(folder.resolve("package-lock.json"), list) < 0;
    }

    private static void run(Path folder, long until, String... command) throws IOException, InterruptedException {
        var log = folder.resolve("install.log");
        var child = child(folder, log, command);
        var left = Math.max(0, until - System.nanoTime());
        if (!child.waitFor(left, TimeUnit.NANOSECONDS)) {
            child.descendants().forEach(ProcessHandle::destroyForcibly);
            child.destroyForcibly();
            throw new IOException("the installation takes too long: '%s'".formatted(command[0]));
        }
        if (child.exitValue() != 0) {
            var said = Files.readAllLines(log);
            throw new IOException("'%s' failed: %s"
                    .formatted(command[0], said.subList(Math.max(0, said.size() - 5), said.size())));
        }
    }

    private static Process child(Path folder, Path log, String... command) throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("NODE_ENV", "test");
        return builder.start();
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

    URI address() throws IOException {
        var match = READY.matcher(Files.readString(log));
        if (!match.find()) {
            throw new IOException("the server does not serve");
        }
        return URI.create(match.group(1));
    }

    /** Makes an account, and gives it an app password. */
    Account account() throws IOException, InterruptedException {
        accounts++;
        var handle = "harbour%d.test".formatted(accounts);
        var made = call(
                "com.atproto.server.createAccount",
                "",
                Map.of("handle", handle, "email", handle + "@example.org", "password", "made-up-own-password"));
        var own = made.path("accessJwt").asText();
        var app = call("com.atproto.server.createAppPassword", own, Map.of("name", "made-up"));
        return new Account(
                handle, made.path("did").asText(), app.path("password").asText());
    }

    /** Who may post. */
    record Account(String handle, String did, String appPassword) {}

    /** All posts of an account as the server keeps them, the newest first. */
    List<JsonNode> posts(Account account) throws IOException, InterruptedException {
        var query = "?repo=%s&collection=app.bsky.feed.post".formatted(account.did());
        return JSON.convertValue(
                ask("com.atproto.repo.listRecords" + query).path("records"),
                JSON.getTypeFactory().constructCollectionType(List.class, JsonNode.class));
    }

    /** One record as the server keeps it; {@code uri} begins with {@code at://}. */
    JsonNode entry(String uri) throws IOException, InterruptedException {
        var parts = List.of(uri.substring("at://".length()).split("/", -1));
        return ask("com.atproto.repo.getRecord?repo=%s&collection=%s&rkey=%s"
                .formatted(parts.get(0), parts.get(1), parts.get(2)));
    }

    private JsonNode ask(String method) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address().resolve("/xrpc/" + method));
        return answer(request.build());
    }

    private JsonNode call(String method, String token, Map<String, String> body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address().resolve("/xrpc/" + method))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!token.isEmpty()) {
            request.header("authorization", "Bearer " + token);
        }
        return answer(request.build());
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("%s: HTTP %d, %s".formatted(request.uri(), response.statusCode(), response.body()));
        }
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        http.close();
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
