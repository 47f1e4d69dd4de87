package dev.backonline.channel.discord;

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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A server on 127.0.0.1 that speaks Discord's language for one room, remembers its messages, and fails on request. */
public final class FakeDiscord implements AutoCloseable {
    static final String ROOM = "1100000000000000000";

    private static final Instant EPOCH = Instant.parse("2015-01-01T00:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<Instant> clock;
    private final ScriptedServer server = new ScriptedServer(this::serve);
    private final List<Line> lines = new ArrayList<>();
    private Optional<Boolean> resetAfterCreating = Optional.empty();
    private boolean showsNonces = true;
    private boolean remembersNonces = true;
    private boolean readable = true;
    private int hidden;

    /** One message as Discord keeps it. */
    record Line(long id, String author, String content, String nonce, Optional<String> parent) {}

    public FakeDiscord(Supplier<Instant> clock) {
        this.clock = clock;
    }

    public URI address() {
        return server.address();
    }

    synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The next attempt meets with a reset, after the message was made or before. */
    synchronized void resetNext(boolean afterCreating) {
        resetAfterCreating = Optional.of(afterCreating);
    }

    synchronized void hideNonces() {
        showsNonces = false;
    }

    /** As after a few minutes. */
    synchronized void forgetNonces() {
        remembersNonces = false;
    }

    synchronized void forbidReading() {
        readable = false;
    }

    synchronized void hideNewest(int count) {
        hidden = count;
    }

    /** A message of somebody. */
    synchronized Line say(String author, String content, String nonce, Optional<String> parent) {
        var time = Duration.between(EPOCH, clock.get()).toMillis() << 22;
        var line = new Line(time + lines.size(), author, content, nonce, parent);
        lines.add(line);
        return line;
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized Reaction serve(Received request) {
        return switch (request.method() + " " + request.target().replaceFirst("\\?.*", "")) {
            case "POST /api/v10/channels/1100000000000000000/messages" -> create(parsed(request.body()));
            case "GET /api/v10/channels/1100000000000000000/messages" ->
                readable ? list(request.target()) : Reply.of(403, "{\"message\":\"Missing Access\",\"code\":50001}");
            case "GET /api/v10/users/@me" -> Reply.of(200, "{\"id\":\"1\",\"username\":\"status\"}");
            default -> Reply.of(404, "{\"message\":\"404: Not Found\",\"code\":0}");
        };
    }

    private Reaction create(JsonNode body) {
        var reset = resetAfterCreating;
        resetAfterCreating = Optional.empty();
        if (reset.equals(Optional.of(false))) {
            return new Reset();
        }
        var nonce = body.path("nonce").asText();
        var earlier = lines.stream()
                .filter(one -> remembersNonces
                        && one.author().equals("1")
                        && one.nonce().equals(nonce))
                .findFirst();
        var line = earlier.orElseGet(() -> say("1", body.path("content").asText(), nonce, parent(body)));
        return reset.isPresent() ? new Reset() : Reply.of(200, json(line).toString());
    }

    private Optional<String> parent(JsonNode body) {
        var wanted = body.path("message_reference").path("message_id").asText();
        return lines.stream()
                .map(one -> Long.toString(one.id()))
                .filter(wanted::equals)
                .findFirst();
    }

    private Reply list(String target) {
        var after = Long.parseLong(target.replaceFirst(".*after=(\\d+).*", "$1"));
        var limit = Integer.parseInt(target.replaceFirst(".*limit=(\\d+).*", "$1"));
        var array = JsonNodeFactory.instance.arrayNode();
        lines.stream()
                .limit(Math.max(0, lines.size() - hidden))
                .filter(one -> one.id() > after)
                .limit(limit)
                .sorted(Comparator.comparingLong(Line::id).reversed())
                .forEach(one -> array.add(json(one)));
        return Reply.of(200, array.toString());
    }

    private ObjectNode json(Line line) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", Long.toString(line.id()));
        node.put("content", line.content().strip());
        node.putObject("author").put("id", line.author());
        if (showsNonces) {
            node.put("nonce", line.nonce());
        }
        line.parent().ifPresent(parent -> node.putObject("message_reference").put("message_id", parent));
        return node;
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
