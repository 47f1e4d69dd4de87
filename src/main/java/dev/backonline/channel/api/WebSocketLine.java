package dev.backonline.channel.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** The way to a server that speaks JSON over a WebSocket (RFC 6455): one connection for each thing said, up to the answer to it. Blocks. */
public record WebSocketLine(URI address, Duration patience) {
    /** Ours: no answer is so long. */
    private static final int LONGEST = 256 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How it went; reasons are in words for operators, with the server's name. */
    public sealed interface Echo {
        /** It answered. */
        record Replied(String host, JsonNode message) implements Echo {}

        /** It heard nothing. */
        record Away(String reason) implements Echo {}

        /** It may have heard it. */
        record Silent(String reason) implements Echo {}
    }

    /** Connecting, saying and hearing may each take as long as {@code patience}. */
    public Echo ask(String message, Predicate<JsonNode> isAnswer) throws InterruptedException {
        var client = HttpClient.newHttpClient();
        try {
            var ear = new Ear(isAnswer);
            var socket = client.newWebSocketBuilder()
                    .connectTimeout(patience)
                    .buildAsync(address, ear)
                    .get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return heard(socket, ear, message);
        } catch (ExecutionException failure) {
            return new Echo.Away("%s: %s".formatted(address.getHost(), why(failure)));
        } catch (TimeoutException _) {
            return new Echo.Away("%s: no connection in time".formatted(address.getHost()));
        } finally {
            client.shutdownNow();
        }
    }

    private Echo heard(WebSocket socket, Ear ear, String message) throws InterruptedException {
        try {
            socket.sendText(message, true).get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return new Echo.Replied(address.getHost(), ear.answer.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException failure) {
            return new Echo.Silent("%s: %s".formatted(address.getHost(), why(failure)));
        } catch (TimeoutException _) {
            return new Echo.Silent("%s: no answer in time".formatted(address.getHost()));
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
