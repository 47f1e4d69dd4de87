package dev.backonline.channel.ntfy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Reaction;
import dev.backonline.channel.ScriptedServer.Received;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.ScriptedServer.Reset;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A server on 127.0.0.1 that speaks ntfy's language for one topic, keeps its messages, and fails on request. */
final class FakeNtfy implements AutoCloseable {
    static final String TOPIC = "example-status";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<Instant> clock;
    private final ScriptedServer server = new ScriptedServer(this::serve);
    private final List<ObjectNode> messages = new ArrayList<>();
    private Optional<Boolean> resetAfterCreating = Optional.empty();
    private boolean old;
    private boolean readable = true;
    private Optional<String> instead = Optional.empty();

    FakeNtfy(Supplier<Instant> clock) {
        this.clock = clock;
    }

    URI address() {
        return server.address();
    }

    synchronized String last() {
        return messages.getLast().path("id").asText();
    }

    /** The next attempt meets with a reset, after the message was made or before. */
    synchronized void resetNext(boolean afterCreating) {
        resetAfterCreating = Optional.of(afterCreating);
    }

    /** As before 2.16. */
    synchronized void knowNoSequences() {
        old = true;
    }

    /** As a network that wants a log-in first. */
    synchronized void showInstead(String page) {
        instead = Optional.of(page);
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
            case "POST /" -> create(request.body());
            case "GET /example-status/json" ->
                readable
                        ? list(Long.parseLong(request.target().replaceFirst(".*since=", "")))
                        : Reply.of(403, "{\"code\":40301,\"http\":403,\"error\":\"forbidden\"}");
            default -> Reply.of(404, "{\"code\":40401,\"http\":404,\"error\":\"page not found\"}");
        };
    }

    private Reaction create(String body) {
        var reset = resetAfterCreating;
        resetAfterCreating = Optional.empty();
        if (reset.equals(Optional.of(false))) {
            return new Reset();
        }
        var message = parsed(body);
        message.put("id", "message%03d".formatted(messages.size()));
        message.put("time", clock.get().getEpochSecond());
        message.put("event", "message");
        if (old) {
            message.remove("sequence_id");
        }
        messages.add(message);
        return reset.isPresent() ? new Reset() : Reply.of(200, message.toString());
    }

    private Reply list(long since) {
        return Reply.of(200, instead.orElseGet(() -> kept(since)));
    }

    private String kept(long since) {
        return messages.stream()
                .filter(message -> message.path("time").asLong() >= since)
                .map(message -> message + "\n")
                .collect(Collectors.joining());
    }

    private static ObjectNode parsed(String body) {
        try {
            return (ObjectNode) JSON.readTree(body);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
