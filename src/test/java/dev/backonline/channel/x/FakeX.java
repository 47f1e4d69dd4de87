package dev.backonline.channel.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Reaction;
import dev.backonline.channel.ScriptedServer.Received;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.oauth.Signature;
import dev.backonline.check.Wire;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A server on 127.0.0.1 that keeps one account's posts, shortens their links, refuses a text twice, and trades tokens once. */
public final class FakeX implements AutoCloseable {
    private final Supplier<Instant> clock;
    private final ScriptedServer server = new ScriptedServer(this::serve);
    private final List<Entry> entries = new ArrayList<>();
    private final Deque<Reaction> afterCreating = new ArrayDeque<>();
    private final Deque<Reaction> insteadOfCreating = new ArrayDeque<>();
    private final Deque<Reaction> insteadOfTokens = new ArrayDeque<>();
    private int hidden;
    private long lastId = 1_992_000_000_000_000_000L;
    private String access = "";
    private String refresh = "refresh-0";
    private int number;

    /** One post as the server keeps it. */
    record Entry(String id, String text, Optional<String> parent, Instant at) {}

    public FakeX(Supplier<Instant> clock) {
        this.clock = clock;
    }

    public URI address() {
        return server.address();
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** How often this was asked. */
    long asked(String path) {
        return server.received().stream()
                .filter(request -> request.target().startsWith(path))
                .count();
    }

    synchronized void afterCreating(Reaction reaction) {
        afterCreating.add(reaction);
    }

    synchronized void insteadOfCreating(Reaction reaction) {
        insteadOfCreating.add(reaction);
    }

    synchronized void insteadOfToken(Reaction reaction) {
        insteadOfTokens.add(reaction);
    }

    /** The newest posts are not listed yet. */
    synchronized void hideNewest(int count) {
        hidden = count;
    }

    /** The access token is over. */
    synchronized void expireAccess() {
        access = "over";
    }

    /** A post that somebody makes by hand. */
    synchronized Entry post(String text, Optional<String> parent) {
        lastId += 1_000;
        var entry = new Entry(Long.toString(lastId), text, parent, clock.get());
        entries.add(entry);
        return entry;
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized Reaction serve(Received request) {
        if (request.target().equals("/2/oauth2/token")) {
            return Optional.ofNullable(insteadOfTokens.poll()).orElseGet(() -> trade(form(request.body())));
        }
        var authorization = request.header("authorization").orElse("");
        if (!authorization.startsWith("OAuth ") && !authorization.equals("Bearer " + access)) {
            return Reply.of(401, "{\"title\":\"Unauthorized\",\"detail\":\"Unauthorized\",\"status\":401}");
        }
        return switch (request.method() + " " + request.target().replaceFirst("\\?.*", "")) {
            case "POST /2/tweets" -> create(json(request.body()));
            case "GET /2/users/me" -> Reply.of(200, "{\"data\":{\"id\":\"7\",\"username\":\"status\"}}");
            case "GET /2/users/7/tweets" ->
                Reply.of(200, list(form(request.target().replaceFirst(".*\\?", ""))));
            default -> Reply.of(404, "{\"title\":\"Not Found Error\"}");
        };
    }

    /** A refresh token is traded once. */
    private Reply trade(Map<String, String> form) {
        if (!refresh.equals(form.get("refresh_token"))) {
            return Reply.of(
                    400,
                    "{\"error\":\"invalid_request\",\"error_description\":\"Value passed for the token was invalid.\"}");
        }
        number++;
        access = "access-" + number;
        refresh = "refresh-" + number;
        return Reply.of(
                200,
                "{\"token_type\":\"bearer\",\"expires_in\":7200,\"access_token\":\"%s\",\"refresh_token\":\"%s\"}"
                        .formatted(access, refresh));
    }

    private Reaction create(JsonNode body) {
        return Optional.ofNullable(insteadOfCreating.poll()).orElseGet(() -> created(body));
    }

    private Reaction created(JsonNode body) {
        var text = body.path("text").asText();
        if (entries.stream().anyMatch(entry -> entry.text().equals(text))) {
            return Reply.of(
                    403,
                    "{\"detail\":\"You are not allowed to create a Tweet with duplicate content.\",\"status\":403}");
        }
        var parent = body.path("reply").path("in_reply_to_tweet_id").asText();
        var entry = post(text, Optional.of(parent).filter(id -> !id.isEmpty()));
        return Optional.ofNullable(afterCreating.poll())
                .orElseGet(() -> Reply.of(201, "{\"data\":{\"id\":\"%s\"}}".formatted(entry.id())));
    }

    private String list(Map<String, String> query) {
        var body = JsonNodeFactory.instance.objectNode();
        var newer = entries.reversed().stream()
                .skip(hidden)
                .filter(entry -> entry.id().compareTo(query.getOrDefault("since_id", "0")) > 0)
                .toList();
        var from = Integer.parseInt(query.getOrDefault("pagination_token", "p0").substring(1));
        var page = newer.stream()
                .skip(from)
                .limit(Integer.parseInt(query.get("max_results")))
                .toList();
        if (!page.isEmpty()) {
            var array = body.putArray("data");
            page.forEach(entry -> array.add(json(entry)));
        }
        var meta = body.putObject("meta").put("result_count", page.size());
        if (from + page.size() < newer.size()) {
            meta.put("next_token", "p" + (from + page.size()));
        }
        return body.toString();
    }

    /** As the network lists it: links short, three signs as entities, the time to the second. */
    private static ObjectNode json(Entry entry) {
        var node = JsonNodeFactory.instance.objectNode().put("id", entry.id());
        node.put("created_at", entry.at().truncatedTo(ChronoUnit.SECONDS).toString());
        var urls = node.putObject("entities").putArray("urls");
        var text = entry.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        for (var link : java.util.regex.Pattern.compile("https?://\\S*[\\w/]")
                .matcher(entry.text())
                .results()
                .toList()) {
            var shortened = "https://t.co/made" + urls.size();
            text = text.replace(link.group(), shortened);
            urls.addObject().put("url", shortened).put("expanded_url", link.group());
        }
        entry.parent()
                .ifPresent(parent -> node.putArray("referenced_tweets")
                        .addObject()
                        .put("type", "replied_to")
                        .put("id", parent));
        return node.put("text", text);
    }

    private static Map<String, String> form(String text) {
        var form = new HashMap<String, String>();
        Signature.parameters(text).forEach(one -> form.put(one.name(), one.value()));
        return form;
    }

    private static JsonNode json(String body) {
        return Answers.json(new Wire.Answered(200, Map.of(), body, false));
    }
}
