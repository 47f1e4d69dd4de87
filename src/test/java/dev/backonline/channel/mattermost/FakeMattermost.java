package dev.backonline.channel.mattermost;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server on 127.0.0.1 that speaks Mattermost's language for one room, remembers its posts, and fails on request. */
public final class FakeMattermost implements AutoCloseable {
    static final String ROOM = "4xp9fdt77pncbef59f4k1qe83o";
    static final String SELF = "s".repeat(26);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ScriptedServer server = new ScriptedServer(this::serve);
    private final List<ObjectNode> posts = new ArrayList<>();
    private Optional<Boolean> resetAfterCreating = Optional.empty();
    private boolean remembersPending = true;
    private boolean readable = true;

    public URI address() {
        return server.address();
    }

    synchronized List<ObjectNode> posts() {
        return List.copyOf(posts);
    }

    /** The next attempt meets with a reset, after the post was made or before. */
    synchronized void resetNext(boolean afterCreating) {
        resetAfterCreating = Optional.of(afterCreating);
    }

    /** As after half a minute. */
    synchronized void forgetPending() {
        remembersPending = false;
    }

    synchronized void forbidReading() {
        readable = false;
    }

    /** A post of somebody. */
    synchronized ObjectNode say(String user, String message, String key, String root) {
        var post = JsonNodeFactory.instance.objectNode();
        post.put("id", "%026d".formatted(posts.size() + 1));
        post.put("user_id", user);
        post.put("channel_id", ROOM);
        post.put("message", message);
        post.put("root_id", root);
        post.put("delete_at", 0);
        post.putObject("props").put("backonline_key", key);
        posts.add(post);
        return post;
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized Reaction serve(Received request) {
        var list = "GET /api/v4/channels/%s/posts".formatted(ROOM);
        var what = request.method() + " " + request.target().replaceFirst("\\?.*", "");
        if (what.equals("POST /api/v4/posts")) {
            return create(parsed(request.body()));
        }
        if (what.equals(list) && readable && request.target().matches(".*\\?since=\\d{13}")) {
            return list();
        }
        return what.equals("GET /api/v4/users/me")
                ? Reply.of(200, "{\"id\":\"%s\",\"username\":\"status\"}".formatted(SELF))
                : Reply.of(403, "{\"id\":\"api.context.permissions.app_error\",\"message\":\"no\"}");
    }

    private Reaction create(JsonNode body) {
        var reset = resetAfterCreating;
        resetAfterCreating = Optional.empty();
        if (reset.equals(Optional.of(false))) {
            return new Reset();
        }
        var pending = body.path("pending_post_id").asText();
        var earlier = posts.stream()
                .filter(post -> remembersPending
                        && post.path("props").path("backonline_key").asText().equals(pending))
                .findFirst();
        var post = earlier.orElseGet(() -> say(
                SELF,
                body.path("message").asText(),
                body.path("props").path("backonline_key").asText(),
                body.path("root_id").asText()));
        return reset.isPresent() ? new Reset() : Reply.of(201, post.toString());
    }

    private Reply list() {
        var list = JsonNodeFactory.instance.objectNode();
        var order = list.putArray("order");
        var all = list.putObject("posts");
        posts.reversed().stream().limit(1_000).forEach(post -> {
            order.add(post.path("id").asText());
            all.set(post.path("id").asText(), post);
        });
        return Reply.of(200, list.toString());
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
