package dev.backonline.channel.webhook;

import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Received;
import dev.backonline.channel.ScriptedServer.Reply;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A receiver of webhooks on 127.0.0.1 that does as it should: it takes each id once, and answers as it is told to. */
public final class HookServer implements AutoCloseable {
    private final ScriptedServer server = new ScriptedServer(this::take);
    private final Map<String, Received> taken = new LinkedHashMap<>();
    private volatile int status = 204;

    private synchronized Reply take(Received request) {
        if (status < 300 || status >= 500) {
            taken.putIfAbsent(request.header("webhook-id").orElse(""), request);
        }
        return Reply.of(status, "");
    }

    public URI address() {
        return server.address().resolve("/hook");
    }

    /** From now on; a server error takes the delivery nevertheless, as servers do that fail late. */
    public void answer(int next) {
        status = next;
    }

    /** The bodies in the order in which they were first taken, each id once. */
    public synchronized List<String> bodies() {
        return taken.values().stream().map(Received::body).toList();
    }

    /** Every request that was made, repeats among them. */
    public List<Received> requests() {
        return server.received();
    }

    @Override
    public void close() {
        server.close();
    }
}
