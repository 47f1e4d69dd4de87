package dev.backonline.channel.github;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A server on 127.0.0.1 that speaks GitHub's language for one repository, remembers its issues, and fails on request. */
public final class FakeGitHub implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ISSUES = "/repos/example/status/issues";

    private final Supplier<Instant> clock;
    private final ScriptedServer server = new ScriptedServer(this::serve);
    private final List<ObjectNode> issues = new ArrayList<>();
    private final Map<String, List<ObjectNode>> comments = new TreeMap<>();
    private Optional<Boolean> resetAfterCreating = Optional.empty();
    private boolean readable = true;

    public FakeGitHub(Supplier<Instant> clock) {
        this.clock = clock;
    }

    public URI address() {
        return server.address();
    }

    synchronized List<ObjectNode> issues() {
        return List.copyOf(issues);
    }

    synchronized List<ObjectNode> comments(String issue) {
        return List.copyOf(comments.getOrDefault(issue, List.of()));
    }

    /** The next text meets with a reset, after it was made or before. */
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
        var path = request.target().replaceFirst("\\?.*", "");
        var number = path.replaceFirst(ISSUES + "/?(\\d*).*", "$1");
        return switch (request.method()) {
            case "POST" ->
                create(number.isEmpty() ? issues : comments.computeIfAbsent(number, _ -> new ArrayList<>()), request);
            case "PATCH" -> {
                var issue = issues.get(Integer.parseInt(number) - 1);
                issue.setAll(parsed(request.body()));
                yield Reply.of(200, issue.toString());
            }
            default ->
                readable
                        ? list(number.isEmpty() ? issues : comments.getOrDefault(number, List.of()), request.target())
                        : Reply.of(404, "{\"message\":\"Not Found\"}");
        };
    }

    synchronized ObjectNode add(List<ObjectNode> to, String body) {
        var made = parsed(body);
        made.put("number", to.size() + 1);
        made.put("id", to.size() + 1_001);
        made.put("state", "open");
        made.put("updated_at", clock.get().toString());
        to.add(made);
        return made;
    }

    /** An issue of somebody. */
    synchronized void open(String text) {
        add(issues, JsonNodeFactory.instance.objectNode().put("body", text).toString());
    }

    private Reaction create(List<ObjectNode> to, Received request) {
        var reset = resetAfterCreating;
        resetAfterCreating = Optional.empty();
        if (reset.equals(Optional.of(false))) {
            return new Reset();
        }
        var made = add(to, request.body());
        return reset.isPresent() ? new Reset() : Reply.of(201, made.toString());
    }

    private static Reply list(List<ObjectNode> all, String target) {
        var since = Instant.parse(target.replaceFirst(".*since=([^&]*).*", "$1"));
        var array = JsonNodeFactory.instance.arrayNode();
        all.stream()
                .filter(one -> !Instant.parse(one.path("updated_at").asText()).isBefore(since))
                .limit(100)
                .forEach(array::add);
        return Reply.of(200, array.toString());
    }

    private static ObjectNode parsed(String body) {
        try {
            return (ObjectNode) JSON.readTree(body);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
