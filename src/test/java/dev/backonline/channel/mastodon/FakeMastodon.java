package dev.backonline.channel.mastodon;

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
import dev.backonline.channel.ScriptedServer.Stall;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A server on 127.0.0.1 that speaks Mastodon's language for one account, remembers its statuses, and fails on request. */
public final class FakeMastodon implements AutoCloseable {
    public static final String TOKEN = "s3cr3t-t0k3n";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<Instant> clock;
    private final ScriptedServer server = new ScriptedServer(this::serve);
    private final List<Status> statuses = new ArrayList<>();
    private final Map<String, Status> byKey = new HashMap<>();
    private final Deque<Mishap> mishaps = new ArrayDeque<>();
    private boolean honoursKeys = true;
    private int hidden;
    private long lastId = 115_000_000_000_000_000L;

    /** One post as the server keeps it. */
    public record Status(String id, String text, Optional<String> inReplyTo, String language, Instant createdAt) {}

    /** What happens to one attempt to post, instead of an answer in good order. */
    public enum Mishap {
        RESET_BEFORE_CREATING,
        RESET_AFTER_CREATING,
        STALL_AFTER_CREATING,
        ERROR_AFTER_CREATING,
        THROTTLED
    }

    /** The clock stamps the statuses. */
    public FakeMastodon(Supplier<Instant> clock) {
        this.clock = clock;
    }

    public URI address() {
        return server.address();
    }

    /** All that was created, the oldest first. */
    public synchronized List<Status> statuses() {
        return List.copyOf(statuses);
    }

    public List<Received> requests() {
        return server.received();
    }

    /** The next attempts to post meet with these, one each. */
    public synchronized void next(Mishap... some) {
        mishaps.addAll(List.of(some));
    }

    /** Like GoToSocial and snac, which make a second post of a repeat. */
    public synchronized void ignoreKeys() {
        honoursKeys = false;
    }

    /** The newest statuses are not listed yet, as on a server whose copies lag behind. */
    public synchronized void hideNewest(int count) {
        hidden = count;
    }

    /** A status that somebody else of the account makes. */
    public synchronized Status post(String text, Optional<String> inReplyTo) {
        lastId += 1_000;
        var status = new Status(Long.toString(lastId), text, inReplyTo, "en", clock.get());
        statuses.add(status);
        return status;
    }

    /** A status that somebody deletes. */
    public synchronized void delete(String id) {
        statuses.removeIf(status -> status.id().equals(id));
    }

    @Override
    public void close() {
        server.close();
    }

    /** What it does with a request, for those who serve it at an address of their own. */
    public synchronized Reaction serve(Received request) {
        if (!request.header("authorization").filter(("Bearer " + TOKEN)::equals).isPresent()) {
            return Reply.of(401, "{\"error\":\"The access token is invalid\"}");
        }
        var path = request.target().replaceFirst("\\?.*", "");
        return switch (request.method() + " " + path) {
            case "POST /api/v1/statuses" -> create(request);
            case "GET /api/v1/accounts/verify_credentials" -> Reply.of(200, "{\"id\":\"1\",\"username\":\"status\"}");
            case "GET /api/v1/accounts/1/statuses" -> Reply.of(200, list(request.target()));
            default -> Reply.of(404, "{\"error\":\"Record not found\"}");
        };
    }

    private Reaction create(Received request) {
        var mishap = Optional.ofNullable(mishaps.poll());
        if (mishap.isPresent() && mishap.get() == Mishap.RESET_BEFORE_CREATING) {
            return new Reset();
        }
        if (mishap.isPresent() && mishap.get() == Mishap.THROTTLED) {
            return Reply.of(429, "{\"error\":\"Too many requests\"}").with("retry-after", "5");
        }
        var reply = created(request.header("idempotency-key").orElse(""), parsed(request.body()));
        return mishap.map(FakeMastodon::afterCreating).orElse(reply);
    }

    private static Reaction afterCreating(Mishap mishap) {
        return switch (mishap) {
            case STALL_AFTER_CREATING -> new Stall();
            case ERROR_AFTER_CREATING -> Reply.of(503, "<html>503 Service Temporarily Unavailable</html>");
            case RESET_AFTER_CREATING, RESET_BEFORE_CREATING, THROTTLED -> new Reset();
        };
    }

    private Reply created(String key, JsonNode body) {
        var earlier = honoursKeys ? Optional.ofNullable(byKey.get(key)) : Optional.<Status>empty();
        var parent = Optional.of(body.path("in_reply_to_id").asText()).filter(id -> !id.isEmpty());
        if (parent.isPresent() && statuses.stream().noneMatch(one -> one.id().equals(parent.get()))) {
            return Reply.of(404, "{\"error\":\"The post you are trying to reply to does not appear to exist.\"}");
        }
        var status = earlier.orElseGet(() -> post(body.path("status").asText(), parent));
        byKey.put(key, status);
        return Reply.of(200, json(status).toString());
    }

    private String list(String target) {
        var query = query(target);
        var most = Integer.parseInt(query.getOrDefault("limit", "20"));
        var array = JsonNodeFactory.instance.arrayNode();
        statuses.reversed().stream()
                .skip(hidden)
                .filter(status -> status.id().compareTo(query.getOrDefault("since_id", "0")) > 0)
                .filter(status -> status.id().compareTo(query.getOrDefault("max_id", "9")) < 0)
                .limit(most)
                .forEach(status -> array.add(json(status)));
        return array.toString();
    }

    private static Map<String, String> query(String target) {
        var query = new HashMap<String, String>();
        for (var pair : target.replaceFirst("[^?]*\\??", "").split("&", -1)) {
            var parts = pair.split("=", 2);
            query.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        return query;
    }

    private ObjectNode json(Status status) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", status.id());
        node.put("created_at", status.createdAt().toString());
        status.inReplyTo()
                .ifPresentOrElse(parent -> node.put("in_reply_to_id", parent), () -> node.putNull("in_reply_to_id"));
        node.put("url", address() + "/@status/" + status.id());
        node.put("content", html(status.text()));
        return node;
    }

    /** As Mastodon writes it: paragraphs, entities, and links whose beginning and end nobody sees. */
    static String html(String text) {
        var escaped = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        var linked = escaped.replaceAll(
                "(https?://)([\\w./:-]{1,30})([\\w./:-]*)",
                "<a href=\"$0\" rel=\"nofollow\" target=\"_blank\"><span class=\"invisible\">$1</span>"
                        + "<span class=\"ellipsis\">$2</span><span class=\"invisible\">$3</span></a>");
        return "<p>" + linked.replace("\n\n", "</p><p>").replace("\n", "<br />") + "</p>";
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
