package dev.backonline.channel.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backonline.channel.NpmFolder;
import dev.backonline.channel.NpmServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The reference server of the AT Protocol, from npm, as a child process on loopback: installed once below {@code target/bluesky}, which
 * takes a compiler for its database. Whatever is missing for that is an {@link IOException} in words.
 */
final class RealServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Against the headers that came with node. */
    private static final String COMPILE = """
        set -e
        gyp=$(dirname "$(readlink -f "$(command -v npm)")")/../node_modules/node-gyp/bin/node-gyp.js
        home=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
        cd node_modules/better-sqlite3
        exec node "$gyp" rebuild --release --nodedir="$home"
        """;

    private static final String COMPILED = "node_modules/better-sqlite3/build/Release/better_sqlite3.node";

    private final NpmServer server;

    private int accounts;

    private RealServer(NpmServer server) {
        this.server = server;
    }

    /** Installs what is not there yet, in the time that is given for it, and serves. */
    static RealServer start(Duration installing) throws IOException, InterruptedException {
        var until = System.nanoTime() + installing.toNanos();
        var folder = new NpmFolder("bluesky");
        folder.install(installing);
        if (!Files.exists(folder.file(COMPILED))) {
            folder.run(Duration.ofNanos(until - System.nanoTime()), "", "sh", "-c", COMPILE);
        }
        return new RealServer(NpmServer.start(folder));
    }

    URI address() throws IOException {
        return server.address();
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
        return server.answer(request.build());
    }

    private JsonNode call(String method, String token, Map<String, String> body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address().resolve("/xrpc/" + method))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!token.isEmpty()) {
            request.header("authorization", "Bearer " + token);
        }
        return server.answer(request.build());
    }

    @Override
    public void close() {
        server.close();
    }
}
