package dev.backonline.channel.nostr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * Says one thing to all relays at the same time, each over a WebSocket of its own, and hears what each answers. Connecting, saying and
 * hearing may each take as long as {@code patience}. Blocks; never throws.
 */
record Relays(List<RelayAddress> addresses, Duration patience) {
    /** Ours: no answer is so long. */
    private static final int LONGEST = 256 * 1024;

    /** Ours: what a relay says is quoted in one line. */
    private static final int MOST_QUOTED = 100;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How it went with one relay. */
    sealed interface Echo {
        /** With the relay's name, in words for operators. */
        String reason();

        /** It answered. */
        record Replied(String relay, JsonNode message) implements Echo {
            @Override
            public String reason() {
                var words = message.path(3).asText().replaceAll("[\\p{Cntrl}\\s]+", " ");
                return "%s says: %s".formatted(relay, words.substring(0, Math.min(MOST_QUOTED, words.length())));
            }
        }

        /** It heard nothing. */
        record Away(String reason) implements Echo {}

        /** It may have heard it. */
        record Silent(String reason) implements Echo {}
    }

    List<Echo> all(String message, Predicate<JsonNode> isAnswer) {
        var asking = addresses.stream()
                .map(relay -> new FutureTask<>(() -> ask(relay.value(), message, isAnswer)))
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

    private Echo ask(URI relay, String message, Predicate<JsonNode> isAnswer) throws InterruptedException {
        var client = HttpClient.newHttpClient();
        try {
            var ear = new Ear(isAnswer);
            var socket = client.newWebSocketBuilder()
                    .connectTimeout(patience)
                    .buildAsync(relay, ear)
                    .get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return heard(relay, socket, ear, message);
        } catch (ExecutionException failure) {
            return new Echo.Away("%s: %s".formatted(relay.getHost(), why(failure)));
        } catch (TimeoutException _) {
            return new Echo.Away("%s: no connection in time".formatted(relay.getHost()));
        } finally {
            client.shutdownNow();
        }
    }

    private Echo heard(URI relay, WebSocket socket, Ear ear, String message) throws InterruptedException {
        try {
            socket.sendText(message, true).get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return new Echo.Replied(relay.getHost(), ear.answer.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException failure) {
            return new Echo.Silent("%s: %s".formatted(relay.getHost(), why(failure)));
        } catch (TimeoutException _) {
            return new Echo.Silent("%s: no answer in time".formatted(relay.getHost()));
        } finally {
            socket.abort();
        }
    }

    private static String why(ExecutionException failure) {
        var cause = Objects.requireNonNullElse(failure.getCause(), failure);
        var words = String.valueOf(cause.getMessage()).replaceAll("[\\p{Cntrl}\\s]+", " ");
        return cause instanceof ConnectException ? "connection refused" : words;
    }

    /** Listens until it hears the answer; what else is said is passed over. */
    private static final class Ear implements WebSocket.Listener {
        private final CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        private final Predicate<JsonNode> isAnswer;
        private final StringBuilder message = new StringBuilder();

        private Ear(Predicate<JsonNode> isAnswer) {
            this.isAnswer = isAnswer;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            message.append(data);
            if (message.length() > LONGEST) {
                answer.completeExceptionally(new IOException("an answer without end"));
            }
            if (last) {
                read(message.toString());
                message.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedStage(data);
        }

        private void read(String text) {
            try {
                var said = JSON.readTree(text);
                if (isAnswer.test(said)) {
                    answer.complete(said);
                }
            } catch (JsonProcessingException _) {
                // Not the answer, whatever it is.
            }
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            answer.completeExceptionally(new IOException("closed with " + status));
            return CompletableFuture.completedStage(status);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            answer.completeExceptionally(error);
        }
    }
}
