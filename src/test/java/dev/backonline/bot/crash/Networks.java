package dev.backonline.bot.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Reaction;
import dev.backonline.channel.ScriptedServer.Received;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.ScriptedServer.Reset;
import dev.backonline.channel.mastodon.FakeMastodon;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The networks on loopback, which outlive the engine, and remember what they created. */
final class Networks implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Map<String, ScriptedServer> servers = new LinkedHashMap<>();
    private final Map<String, FakeMastodon> mastodons = new ConcurrentHashMap<>();
    private final Map<String, List<Post>> posts = new ConcurrentHashMap<>();
    private volatile Listener listener = (_, _) -> true;

    /** What a server has come to with a post. */
    enum Moment {
        ARRIVED,
        CREATED
    }

    /** Hears of each post, and holds its server up meanwhile; gives whether it is to go on with it. */
    @FunctionalInterface
    interface Listener {
        boolean at(Moment moment, String network);
    }

    /** One post as its readers see it; {@code id} as the engine should know it, empty where the network tells none. */
    record Post(String id, String text, Optional<String> parent) {}

    Networks(Supplier<Instant> time) {
        for (var name : Crew.NAMES) {
            posts.put(name, new ArrayList<>());
            servers.put(name, new ScriptedServer(request -> serve(name, request)));
        }
        mastodons.put(Crew.KEYED, new FakeMastodon(time));
        mastodons.put(Crew.LISTED, new FakeMastodon(time));
        mastodons.get(Crew.LISTED).ignoreKeys();
    }

    void listen(Listener next) {
        listener = next;
    }

    Map<String, URI> addresses() {
        var addresses = new LinkedHashMap<String, URI>();
        servers.forEach((name, server) -> addresses.put(name, server.address()));
        return addresses;
    }

    /** In the order in which they were created. */
    List<Post> posts(String network) {
        var mastodon = Optional.ofNullable(mastodons.get(network));
        if (mastodon.isPresent()) {
            return mastodon.get().statuses().stream()
                    .map(status -> new Post(status.id(), status.text(), status.inReplyTo()))
                    .toList();
        }
        var created = posts.getOrDefault(network, List.of());
        synchronized (created) {
            return List.copyOf(created);
        }
    }

    private Reaction serve(String network, Received request) {
        if (!request.method().equals("POST")) {
            return created(network, request);
        }
        if (!listener.at(Moment.ARRIVED, network)) {
            return new Reset();
        }
        var reaction = created(network, request);
        listener.at(Moment.CREATED, network);
        return reaction;
    }

    private Reaction created(String network, Received request) {
        var mastodon = Optional.ofNullable(mastodons.get(network));
        if (mastodon.isPresent()) {
            return mastodon.get().serve(request);
        }
        var created = posts.getOrDefault(network, List.of());
        synchronized (created) {
            var post = network.equals(Crew.HOOK) ? event(request) : spoken(request);
            if (post.id().isEmpty()
                    || created.stream().noneMatch(one -> one.id().equals(post.id()))) {
                created.add(post);
            }
        }
        return Reply.of(200, "ok");
    }

    private static Post event(Received request) {
        return new Post(request.header("webhook-id").orElseThrow(), text(request, "/data/texts/en"), Optional.empty());
    }

    private static Post spoken(Received request) {
        return new Post("", text(request, "/text"), Optional.empty());
    }

    private static String text(Received request, String path) {
        try {
            return JSON.readTree(request.body()).at(path).asText();
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        servers.values().forEach(ScriptedServer::close);
        mastodons.values().forEach(FakeMastodon::close);
    }
}
