package dev.backonline.channel.rocketchat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Reaction;
import dev.backonline.channel.ScriptedServer.Received;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.ScriptedServer.Reset;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server on 127.0.0.1 that speaks Rocket.Chat's language for one room, remembers its messages, and fails on request. */
public final class FakeRocketChat implements AutoCloseable {
    static final String SELF = "aobEdbYhXfu5hkeqG";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ScriptedServer server = new ScriptedServer(this::serve);
    private final Map<String, ObjectNode> messages = new LinkedHashMap<>();
    private Optional<Boolean> resetAfterCreating = Optional.empty();
    private boolean readable = true;

    public URI address() {
        return server.address();
    }

    synchronized List<ObjectNode> messages() {
        return List.copyOf(messages.values());
    }

    /** The next attempt meets with a reset, after the message was made or before. */
    synchronized void resetNext(boolean afterCreating) {
        resetAfterCreating = Optional.of(afterCreating);
    }

    synchronized void forbidReading() {
        readable = false;
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized Reaction serve(Received request) {
        return switch (request.method() + " " + request.target().replaceFirst("\\?.*", "")) {
            case "POST /api/v1/chat.sendMessage" -> create(parsed(request.body()));
            case "GET /api/v1/chat.getMessage" ->
                readable
                        ? shown(request.target().replaceFirst(".*msgId=", ""))
                        : Reply.of(401, "{\"status\":\"error\",\"message\":\"You must be logged in to do this.\"}");
            default -> Reply.of(404, "{\"success\":false,\"error\":\"no such method\"}");
        };
    }

    /** A repeat is recognised, and then the server has nothing to answer with. */
    private Reaction create(JsonNode body) {
        var reset = resetAfterCreating;
        resetAfterCreating = Optional.empty();
        if (reset.equals(Optional.of(false))) {
            return new Reset();
        }
        var message = (ObjectNode) body.path("message");
        message.putObject("u").put("_id", SELF);
        var known = messages.putIfAbsent(message.path("_id").asText(), message) != null;
        if (reset.isPresent()) {
            return new Reset();
        }
        return known
                ? Reply.of(400, "{\"success\":false,\"error\":\"Cannot read properties of undefined (reading 'u')\"}")
                : Reply.of(200, "{\"message\":%s,\"success\":true}".formatted(message));
    }

    private Reply shown(String id) {
        return Optional.ofNullable(messages.get(id))
                .map(message -> Reply.of(200, "{\"message\":%s,\"success\":true}".formatted(message)))
                .orElseGet(() -> Reply.of(400, "{\"success\":false}"));
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
