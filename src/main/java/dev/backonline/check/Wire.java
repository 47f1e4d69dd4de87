package dev.backonline.check;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Carries one HTTP exchange: exactly one attempt, one deadline for the whole of it, a capped body, no redirect followed.
 * Blocks (virtual thread). Never throws: what may fail outside is a value.
 */
@FunctionalInterface
public interface Wire {
    Reply exchange(Request request);

    /**
     * What to send. {@code reuse} says whether a kept-alive connection may serve: a post must not meet one that the server is
     * about to close, since then nobody can tell whether it arrived.
     */
    record Request(
            String method,
            URI address,
            Map<String, String> headers,
            String body,
            Duration timeout,
            boolean reuse,
            Way way) {
        public Request {
            headers = Map.copyOf(headers);
        }

        /** What to send on the usual way. */
        public Request(
                String method, URI address, Map<String, String> headers, String body, Duration timeout, boolean reuse) {
            this(method, address, headers, body, timeout, reuse, Way.USUAL);
        }

        /** Paths and headers hold tokens. */
        @Override
        public String toString() {
            return "%s to %s".formatted(method, address.getHost());
        }
    }

    /** How the exchange went, in the one respect that matters for repeating it: what the server may have seen. */
    sealed interface Reply {
        /** Why, in words for operators; never an address with a token in it. */
        String reason();
    }

    /** The server answered, whatever it said. Header names are lower case, trailers follow them; the body may be cut at the cap. */
    record Answered(int status, Map<String, List<String>> headers, String body, boolean cut) implements Reply {
        public Optional<String> header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                    .findFirst();
        }

        @Override
        public String reason() {
            return "HTTP " + status;
        }
    }

    /** Nothing was written: no such host, refused, no TLS. The server surely did nothing. */
    record Unsent(String reason) implements Reply {
        private static final String OURS = "our proxy ";

        /** We did not get as far as the server's door, since our own proxy would not carry it; {@code why} goes on from "our proxy". */
        public static Unsent byOurProxy(String why) {
            return new Unsent(OURS + why);
        }

        /** Whether nothing was learned about the server. */
        boolean isOurs() {
            return reason.startsWith(OURS);
        }
    }

    /** The request was written, wholly or in part, and no readable answer came. The server may have acted on it. */
    record Unanswered(String reason, boolean timedOut) implements Reply {}
}
