package dev.backonline.bot.program;

import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Reaction;
import dev.backonline.channel.ScriptedServer.Received;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.ScriptedServer.Reset;
import dev.backonline.channel.mastodon.FakeMastodon;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A Mastodon-like server that ignores keys and a hook that takes each id once; both can kill the bot while it is asking them. */
final class Ambush implements AutoCloseable {
    private final FakeMastodon square = new FakeMastodon(Instant::now);
    private final Set<String> hooked = new LinkedHashSet<>();
    private final ScriptedServer server = new ScriptedServer(this::serve);
    private Optional<Moment> armed = Optional.empty();
    private Optional<Program> victim = Optional.empty();

    /** When the bot dies. */
    enum Moment {
        /** It asks for its posts: before it freezes a new one, or while one is unknown. */
        LOOKED,
        /** The server has read the post, and makes nothing of it. */
        SEEN,
        /** The post is there, and its answer never arrives. */
        CREATED,
        /** The hook has taken it, and its answer never arrives; the square is not ready yet. */
        HOOKED
    }

    Ambush() {
        square.ignoreKeys();
    }

    URI square() {
        return server.address();
    }

    URI hook() {
        return server.address().resolve("/hook");
    }

    List<FakeMastodon.Status> statuses() {
        return square.statuses();
    }

    synchronized List<String> hooked() {
        return List.copyOf(hooked);
    }

    synchronized void arm(Moment moment) {
        armed = Optional.of(moment);
        victim = Optional.empty();
    }

    synchronized void aim(Program program) {
        victim = Optional.of(program);
        notifyAll();
    }

    synchronized boolean isSprung() {
        return armed.isEmpty();
    }

    private synchronized Reaction serve(Received request) {
        return switch (kind(request)) {
            case "hook" -> hook(request);
            case "post" -> post(request);
            case "look" -> look(request);
            default -> square.serve(request);
        };
    }

    private static String kind(Received request) {
        if (request.target().startsWith("/hook")) {
            return "hook";
        }
        if (request.target().startsWith("/api/v1/accounts/1/statuses")) {
            return "look";
        }
        return request.method().equals("POST") ? "post" : "other";
    }

    private Reaction hook(Received request) {
        hooked.add(request.header("webhook-id").orElse(""));
        return armed.equals(Optional.of(Moment.HOOKED)) ? strike() : Reply.of(204, "");
    }

    private Reaction post(Received request) {
        if (armed.equals(Optional.of(Moment.SEEN))) {
            return strike();
        }
        var reply = square.serve(request);
        return armed.equals(Optional.of(Moment.CREATED)) ? strike() : reply;
    }

    private Reaction look(Received request) {
        if (armed.equals(Optional.of(Moment.HOOKED))) {
            return Reply.of(503, "");
        }
        return armed.equals(Optional.of(Moment.LOOKED)) ? strike() : square.serve(request);
    }

    private Reaction strike() {
        try {
            while (victim.isEmpty()) {
                wait();
            }
            victim.get().kill();
            armed = Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return new Reset();
    }

    @Override
    public void close() {
        server.close();
        square.close();
    }
}
