package dev.backonline.channel.nostr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.api.WebSocketLine;
import dev.backonline.channel.api.WebSocketLine.Echo;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;

/** Says one thing to all relays at the same time, and hears what each answers. Blocks; never throws. */
record Relays(List<RelayAddress> addresses, Duration patience) {
    /** Ours: what a relay says is quoted in one line. */
    private static final int MOST_QUOTED = 100;

    List<Echo> all(String message, Predicate<JsonNode> isAnswer) {
        var asking = addresses.stream()
                .map(relay -> new WebSocketLine(relay.value(), patience))
                .map(line -> new FutureTask<>(() -> line.ask(message, isAnswer)))
                .toList();
        asking.forEach(task -> Thread.ofVirtual().name("relay").start(task));
        return asking.stream().map(Relays::done).toList();
    }

    private static Echo done(FutureTask<Echo> asking) {
        try {
            return asking.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Echo.Silent("stopped while asking");
        } catch (ExecutionException failure) {
            return new Echo.Silent("failed here: " + failure.getCause());
        }
    }

    /** With the relay's name, in words for operators; a relay's own are the fourth part of what it says (NIP-01). */
    static String reason(Echo echo) {
        return switch (echo) {
            case Echo.Replied(var host, var message) -> {
                var words = message.path(3).asText().replaceAll("[\\p{Cntrl}\\s]+", " ");
                yield "%s says: %s".formatted(host, words.substring(0, Math.min(MOST_QUOTED, words.length())));
            }
            case Echo.Away(var reason) -> reason;
            case Echo.Silent(var reason) -> reason;
        };
    }
}
