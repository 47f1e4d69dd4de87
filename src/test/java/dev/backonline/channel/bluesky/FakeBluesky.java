package dev.backonline.channel.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Reaction;
import dev.backonline.channel.ScriptedServer.Received;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.ScriptedServer.Reset;
import dev.backonline.channel.api.Answers;
import dev.backonline.check.Wire;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A server on 127.0.0.1 that keeps one account's records and sessions as the reference server does, and fails on request. */
final class FakeBluesky implements AutoCloseable {
    private static final String DID = "did:plc:abc";

    private final ScriptedServer server = new ScriptedServer(this::serve);
    private final Map<String, JsonNode> records = new LinkedHashMap<>();
    private final Set<String> access = new HashSet<>();
    private final Set<String> refresh = new HashSet<>();
    private final Deque<Reaction> afterPutting = new ArrayDeque<>();
    private final Deque<Reaction> insteadOfSessions = new ArrayDeque<>();
    private String password;
    private int number;

    FakeBluesky(String password) {
        this.password = password;
    }

    URI address() {
        return server.address();
    }

    synchronized Map<String, JsonNode> records() {
        return Map.copyOf(records);
    }

    /** How often this was asked. */
    long asked(String method) {
        return server.received().stream()
                .filter(request -> request.target().endsWith(method))
                .count();
    }

    /** The next post is put, and then this happens. */
    synchronized void afterPutting(Reaction reaction) {
        afterPutting.add(reaction);
    }

    synchronized void insteadOfSession(Reaction reaction) {
        insteadOfSessions.add(reaction);
    }

    /** All access tokens are over. */
    synchronized void expireAccess() {
        access.clear();
    }

    /** All refresh tokens are over, too. */
    synchronized void expireSessions() {
        access.clear();
        refresh.clear();
    }

    synchronized void password(String other) {
        password = other;
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized Reaction serve(Received request) {
        return switch (request.target().replace("/xrpc/com.atproto.", "")) {
            case "server.createSession" -> session(() -> create(json(request.body())));
            case "server.refreshSession" -> session(() -> trade(token(request)));
            case "server.getSession" -> open(request, () -> Reply.of(200, "{\"handle\":\"status.example.org\"}"));
            case "repo.putRecord" -> open(request, () -> put(json(request.body())));
            default -> error(501, "MethodNotImplemented");
        };
    }

    /** What is done if nothing forbids it. */
    @FunctionalInterface
    private interface Doing {
        Reaction done();
    }

    private Reaction session(Doing doing) {
        return Optional.ofNullable(insteadOfSessions.poll()).orElseGet(doing::done);
    }

    private Reaction open(Received request, Doing doing) {
        return access.contains(token(request)) ? doing.done() : error(400, "ExpiredToken");
    }

    private Reaction create(JsonNode body) {
        return body.path("password").asText().equals(password) ? given() : error(401, "AuthenticationRequired");
    }

    /** A refresh token is traded once. */
    private Reaction trade(String token) {
        return refresh.remove(token) ? given() : error(400, "ExpiredToken");
    }

    private Reply given() {
        number++;
        access.add("access-" + number);
        refresh.add("refresh-" + number);
        return Reply.of(
                200,
                "{\"did\":\"%s\",\"handle\":\"status.example.org\",\"accessJwt\":\"access-%d\",\"refreshJwt\":\"refresh-%d\"}"
                        .formatted(DID, number, number));
    }

    private Reaction put(JsonNode body) {
        var key = body.path("rkey").asText();
        records.put(key, body.path("record"));
        var uri = "at://%s/app.bsky.feed.post/%s".formatted(DID, key);
        var cid = "bafy" + Integer.toHexString(body.path("record").hashCode());
        var yes = Reply.of(200, "{\"uri\":\"%s\",\"cid\":\"%s\"}".formatted(uri, cid));
        return Optional.ofNullable(afterPutting.poll()).orElse(yes);
    }

    private static String token(Received request) {
        return request.header("authorization").orElse("").replaceFirst("Bearer ", "");
    }

    private static Reply error(int status, String name) {
        return Reply.of(status, "{\"error\":\"%s\",\"message\":\"As %s says\"}".formatted(name, name));
    }

    private static JsonNode json(String body) {
        return Answers.json(new Wire.Answered(200, new HashMap<String, List<String>>(), body, false));
    }

    static Reaction reset() {
        return new Reset();
    }
}
