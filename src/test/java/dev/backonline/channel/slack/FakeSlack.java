package dev.backonline.channel.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Reaction;
import dev.backonline.channel.ScriptedServer.Received;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.ScriptedServer.Reset;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A server on 127.0.0.1 that speaks Slack's language for one room, remembers its messages, and fails on request. */
public final class FakeSlack implements AutoCloseable {
    static final String ROOM = "C0123456789";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<Instant> clock;
    private final ScriptedServer server = new ScriptedServer(this::serve);
    private final List<Message> messages = new ArrayList<>();
    private Optional<Boolean> resetAfterCreating = Optional.empty();
    private Optional<String> readError = Optional.empty();
    private boolean keepsKeys = true;
    private int hidden;
    private int made;

    /** One message as Slack keeps it. */
    record Message(String ts, Optional<String> thread, String user, String text, Optional<JsonNode> metadata) {}

    public FakeSlack(Supplier<Instant> clock) {
        this.clock = clock;
    }

    public URI address() {
        return server.address();
    }

    List<Received> requests() {
        return server.received();
    }

    synchronized List<Message> messages() {
        return List.copyOf(messages);
    }

    /** The next attempt meets with a reset, after the message was made or before. */
    synchronized void resetNext(boolean afterCreating) {
        resetAfterCreating = Optional.of(afterCreating);
    }

    /** Nothing can be read from now on. */
    synchronized void refuseReading(String error) {
        readError = Optional.of(error);
    }

    /** Keys beside texts are dropped, as a workspace might. */
    synchronized void dropKeys() {
        keepsKeys = false;
    }

    synchronized void hideNewest(int count) {
        hidden = count;
    }

    /** A message of somebody. */
    synchronized Message post(String user, String text, Optional<String> thread, Optional<JsonNode> metadata) {
        made++;
        var message =
                new Message("%d.%06d".formatted(clock.get().getEpochSecond(), made), thread, user, text, metadata);
        messages.add(message);
        return message;
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized Reaction serve(Received request) {
        var query = query(request.target());
        return switch (request.method() + " " + request.target().replaceFirst("\\?.*", "")) {
            case "POST /api/chat.postMessage" -> create(parsed(request.body()));
            case "GET /api/auth.test" ->
                Reply.of(
                        200,
                        "{\"ok\":true,\"user\":\"status\",\"team\":\"Harbour\",\"user_id\":\"U1\",\"bot_id\":\"B1\"}");
            case "GET /api/conversations.history" -> list(query, Optional.empty());
            case "GET /api/conversations.replies" -> list(query, Optional.of(query.getOrDefault("ts", "")));
            default -> no("unknown_method");
        };
    }

    private static Reply no(String error) {
        return Reply.of(200, "{\"ok\":false,\"error\":\"%s\",\"needed\":\"channels:history\"}".formatted(error));
    }

    private Reaction create(JsonNode body) {
        var reset = resetAfterCreating;
        resetAfterCreating = Optional.empty();
        if (reset.equals(Optional.of(false))) {
            return new Reset();
        }
        var thread = Optional.of(body.path("thread_ts").asText()).filter(ts -> !ts.isEmpty());
        var metadata = Optional.of(body.path("metadata")).filter(_ -> keepsKeys);
        var message = post("U1", body.path("text").asText(), thread, metadata);
        return reset.isPresent()
                ? new Reset()
                : Reply.of(200, "{\"ok\":true,\"channel\":\"%s\",\"ts\":\"%s\"}".formatted(ROOM, message.ts()));
    }

    private Reply list(Map<String, String> query, Optional<String> thread) {
        if (readError.isPresent()) {
            return no(readError.get());
        }
        if (!ROOM.equals(query.get("channel"))) {
            return no("channel_not_found");
        }
        if (thread.isPresent() && messages.stream().noneMatch(one -> one.ts().equals(thread.get()))) {
            return no("thread_not_found");
        }
        var from = Integer.parseInt(query.getOrDefault("cursor", "0"));
        var limit = Integer.parseInt(query.getOrDefault("limit", "100"));
        var all = messages.reversed().stream()
                .skip(hidden)
                .filter(one -> thread.isEmpty()
                        ? one.thread().isEmpty()
                        : one.thread().equals(thread) || one.ts().equals(thread.get()))
                .filter(one -> one.ts().compareTo(query.getOrDefault("oldest", "0")) > 0)
                .toList();
        var body = JsonNodeFactory.instance.objectNode().put("ok", true);
        var array = body.putArray("messages");
        all.stream().skip(from).limit(limit).forEach(one -> array.add(json(one)));
        var next = from + limit < all.size() ? Integer.toString(from + limit) : "";
        body.putObject("response_metadata").put("next_cursor", next);
        return Reply.of(200, body.toString());
    }

    private ObjectNode json(Message message) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("ts", message.ts());
        node.put("user", message.user());
        node.put("text", shown(message.text()));
        message.thread().ifPresent(thread -> node.put("thread_ts", thread));
        if (messages.stream().anyMatch(one -> one.thread().equals(Optional.of(message.ts())))) {
            node.put("thread_ts", message.ts());
        }
        message.metadata().ifPresent(metadata -> node.set("metadata", metadata));
        return node;
    }

    /** As Slack lists it: addresses in angle brackets, an emoji by its name. */
    static String shown(String text) {
        return text.replaceAll("https?://[\\w./-]+\\w", "<$0>").replace("✅", ":white_check_mark:");
    }

    private static Map<String, String> query(String target) {
        var query = new HashMap<String, String>();
        for (var pair : target.replaceFirst("[^?]*\\??", "").split("&", -1)) {
            var parts = pair.split("=", 2);
            query.put(parts[0], parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
        }
        return query;
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
