package dev.backonline.channel.zulip;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Reaction;
import dev.backonline.channel.ScriptedServer.Received;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.ScriptedServer.Reset;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A server on 127.0.0.1 that speaks Zulip's language for one channel, remembers its messages, and fails on request. */
final class FakeZulip implements AutoCloseable {
    static final String BOT = "status-bot@zulip.example.org";

    private final Supplier<Instant> clock;
    private final ScriptedServer server = new ScriptedServer(this::serve);
    private final List<Line> lines = new ArrayList<>();
    private Optional<Boolean> resetAfterCreating = Optional.empty();
    private boolean readable = true;

    /** One message as Zulip keeps it. */
    record Line(long id, String sender, String topic, String content, Instant at) {}

    FakeZulip(Supplier<Instant> clock) {
        this.clock = clock;
    }

    URI address() {
        return server.address();
    }

    synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The next attempt meets with a reset, after the message was made or before. */
    synchronized void resetNext(boolean afterCreating) {
        resetAfterCreating = Optional.of(afterCreating);
    }

    synchronized void forbidReading() {
        readable = false;
    }

    /** A message of somebody. */
    synchronized Line say(String sender, String topic, String content) {
        var line = new Line(lines.size() + 98L, sender, topic, content.strip(), clock.get());
        lines.add(line);
        return line;
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized Reaction serve(Received request) {
        return switch (request.method() + " " + request.target().replaceFirst("\\?.*", "")) {
            case "POST /api/v1/messages" -> create(fields(request.body()));
            case "GET /api/v1/messages" ->
                readable
                        ? list(fields(request.target().replaceFirst("[^?]*\\?", "")))
                        : Reply.of(
                                401, "{\"result\":\"error\",\"msg\":\"Invalid API key\",\"code\":\"INVALID_API_KEY\"}");
            default -> Reply.of(404, "{\"result\":\"error\",\"msg\":\"no such path\"}");
        };
    }

    private static Map<String, String> fields(String form) {
        return Pattern.compile("&")
                .splitAsStream(form)
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private Reaction create(Map<String, String> fields) {
        var reset = resetAfterCreating;
        resetAfterCreating = Optional.empty();
        if (reset.equals(Optional.of(false))) {
            return new Reset();
        }
        var line = say(BOT, fields.getOrDefault("topic", ""), fields.getOrDefault("content", ""));
        return reset.isPresent()
                ? new Reset()
                : Reply.of(200, "{\"result\":\"success\",\"msg\":\"\",\"id\":%d}".formatted(line.id()));
    }

    private Reply list(Map<String, String> asked) {
        var own = lines.stream()
                .filter(line -> asked.getOrDefault("narrow", "").contains("\"" + line.sender() + "\""))
                .toList();
        var anchor = asked.getOrDefault("anchor", "");
        var from = anchor.matches("\\d+") ? Long.parseLong(anchor) : 0;
        var shown = anchor.equals("newest")
                ? own.subList(Math.max(0, own.size() - 1), own.size())
                : own.stream()
                        .filter(line -> line.id() >= from)
                        .limit(Long.parseLong(asked.getOrDefault("num_after", "0")))
                        .toList();
        var body = JsonNodeFactory.instance.objectNode().put("result", "success");
        var messages = body.putArray("messages");
        shown.forEach(line -> messages.addObject()
                .put("id", line.id())
                .put("sender_email", line.sender())
                .put("subject", line.topic())
                .put("content", line.content())
                .put("timestamp", line.at().getEpochSecond()));
        return Reply.of(200, body.toString());
    }
}
