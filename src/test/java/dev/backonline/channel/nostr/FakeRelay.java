package dev.backonline.channel.nostr;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.channel.PublicId;
import dev.backonline.channel.bip340.Schnorr;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A relay on loopback that looks at ids and signatures as NIP-01 has it, keeps each event once, and answers as it is told. */
final class FakeRelay implements AutoCloseable {
    static final String HANG_UP = "hang up";
    static final String SILENCE = "silence";

    private static final Vertx VERTX = Vertx.vertx();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> events = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile String mood = "";

    FakeRelay() {
        server = VERTX.createHttpServer()
                .webSocketHandler(socket -> socket.textMessageHandler(text -> answer(socket, text)))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    URI address() {
        return URI.create("ws://127.0.0.1:%d/relay".formatted(server.actualPort()));
    }

    /** From now on it says no in these words, or nothing. */
    FakeRelay says(String words) {
        mood = words;
        return this;
    }

    List<JsonNode> events() {
        return List.copyOf(events.values());
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(ServerWebSocket socket, String text) {
        heard.add(text);
        socket.writeTextMessage("[\"NOTICE\",\"good evening\"]");
        var message = read(text);
        if (message.path(0).asText().equals("REQ")) {
            socket.writeTextMessage(
                    "[\"EOSE\",\"%s\"]".formatted(message.path(1).asText()));
        } else if (mood.equals(HANG_UP)) {
            socket.close();
        } else if (!mood.equals(SILENCE)) {
            var event = message.path(1);
            var words = mood.isEmpty() ? taken(event) : mood;
            var isYes = mood.isEmpty() && (words.isEmpty() || words.startsWith("duplicate"));
            socket.writeTextMessage(
                    "[\"OK\",\"%s\",%s,\"%s\"]".formatted(event.path("id").asText(), isYes, words));
        }
    }

    private String taken(JsonNode event) {
        var id = event.path("id").asText();
        var form = JsonNodeFactory.instance
                .arrayNode()
                .add(0)
                .add(event.path("pubkey"))
                .add(event.path("created_at"))
                .add(event.path("kind"))
                .add(event.path("tags"))
                .add(event.path("content"));
        var hash = PublicId.sha256(form.toString().getBytes(UTF_8));
        var hex = HexFormat.of();
        if (!hex.formatHex(hash).equals(id)
                || !Schnorr.isSigned(
                        hash,
                        hex.parseHex(event.path("pubkey").asText()),
                        hex.parseHex(event.path("sig").asText()))) {
            return "invalid: not signed";
        }
        return events.putIfAbsent(id, event) == null ? "" : "duplicate: we have it";
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
