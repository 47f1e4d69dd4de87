package dev.backonline.channel.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.backonline.catalog.Secret;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.check.Patience;
import dev.backonline.check.Wire;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what came back from a network in the way that all HTTP networks share: whether a post was made, surely not made, or perhaps
 * made. Pure. The secrets are those that a network might repeat in its answer; they are never shown.
 */
public final class Answers {
    /** DESIGN §5: how long a network is left to make up its mind after a reset or a server error. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    /** DESIGN §5: the same after a read time-out, when it may still be at work. */
    private static final Duration AFTER_TIME_OUT = Duration.ofSeconds(30);

    /** Ours: enough for any sentence. */
    private static final int MOST_QUOTED = 200;

    /** Where networks put a sentence: OAuth, Mastodon and Matrix, Discord and Slack, Telegram, problem details (RFC 9457), Zulip. */
    private static final List<String> SENTENCES =
            List.of("error_description", "error", "message", "description", "detail", "title", "msg");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Secret> secrets;

    public Answers(List<Secret> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /** What one network says in its own way: always its yes, and errors of its own; empty where the shared reading serves. */
    @FunctionalInterface
    public interface Accent {
        Optional<Outcome> read(Wire.Answered answered);
    }

    public Outcome read(Wire.Reply reply, Instant now, Accent dialect) {
        return switch (reply) {
            case Wire.Unsent(var reason) -> new Outcome.NotSent(reason);
            case Wire.Unanswered(var reason, var timedOut) ->
                new Outcome.Unknown(reason, timedOut ? AFTER_TIME_OUT : AFTER_FAILURE);
            case Wire.Answered answered -> dialect.read(answered).orElseGet(() -> shared(answered, now));
        };
    }

    private Outcome shared(Wire.Answered answered, Instant now) {
        var status = answered.status();
        if (status == 408 || status >= 500) {
            return unknown(answered, now);
        }
        if (status < 300) {
            return new Outcome.Unknown("HTTP %d with an answer that can't be read".formatted(status), AFTER_FAILURE);
        }
        if (status < 400) {
            return new Outcome.Rejected(
                    "HTTP %d: the server sends us to another address; write that one in the file".formatted(status));
        }
        return refused(answered, now);
    }

    private Outcome refused(Wire.Answered answered, Instant now) {
        return switch (answered.status()) {
            case 429 -> throttled(answered, now);
            case 401, 403 -> new Outcome.AuthInvalid(said(answered, "check the credentials and what they permit"));
            case 404, 410 -> new Outcome.TargetGone(said(answered, "check that the address in the file still exists"));
            default -> new Outcome.Rejected(said(answered, "the network will not take this post"));
        };
    }

    /** Nothing was created; {@code Retry-After} in any dialect, between a second and an hour. */
    public Outcome throttled(Wire.Answered answered, Instant now) {
        var wait = Patience.asked(answered, now).orElse(Patience.UNSAID);
        return new Outcome.Throttled(now.plus(wait), said(answered, "too many posts"));
    }

    /** It may have been created: looked at after the settling time, or later if the server asks for more. */
    public Outcome unknown(Wire.Answered answered, Instant now) {
        var asked = Patience.asked(answered, now).orElse(Duration.ZERO);
        return new Outcome.Unknown(
                said(answered, "it may have arrived all the same"),
                asked.compareTo(AFTER_FAILURE) > 0 ? asked : AFTER_FAILURE);
    }

    /** A look at the network's list that failed, for whatever reason: nothing is known. */
    public Sighting unavailable(Wire.Reply reply) {
        return switch (reply) {
            case Wire.Unsent(var reason) -> new Sighting.Unavailable(reason, Optional.empty());
            case Wire.Unanswered(var reason, var _) -> new Sighting.Unavailable(reason, Optional.empty());
            case Wire.Answered answered ->
                new Sighting.Unavailable(said(answered, "own posts can't be listed"), Patience.asked(answered));
        };
    }

    /** What a question that makes no post was answered with, where it wasn't a yes. */
    public Probe refused(Wire.Reply reply, String advice) {
        return refused(reply, advice, "the network doesn't say whose the credentials are", List.of(401, 403, 404));
    }

    /** The same where only these statuses are about us, and with what is said of any other. */
    public Probe refused(Wire.Reply reply, String advice, String otherwise, List<Integer> aboutUs) {
        return switch (reply) {
            case Wire.Unsent(var reason) -> new Probe.Unreachable(reason);
            case Wire.Unanswered(var reason, var _) -> new Probe.Unreachable(reason);
            case Wire.Answered answered
            when aboutUs.contains(answered.status()) -> new Probe.Refused(said(answered, advice));
            case Wire.Answered answered -> new Probe.Unreachable(said(answered, otherwise));
        };
    }

    /** For operators: the status, what to do about it, and the network's own words. */
    public String said(Wire.Answered answered, String advice) {
        var words = quote(answered.body());
        var quoted = words.isEmpty() ? "" : " (it says: %s)".formatted(words);
        return "HTTP %d: %s%s".formatted(answered.status(), advice, quoted);
    }

    /** In one line, without our secrets. A page of HTML says nothing to anybody. */
    private String quote(String body) {
        var plain = body.startsWith("<") || body.startsWith("{") ? "" : body;
        var line = sentence(json(body))
                .orElse(plain)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        for (var secret : secrets) {
            line = line.replace(secret.value(), secret.toString());
        }
        return line.substring(0, Math.min(MOST_QUOTED, line.length()));
    }

    /** Google and Microsoft put theirs one level deeper. */
    private static Optional<String> sentence(JsonNode body) {
        return Stream.of(body, body.path("error"))
                .flatMap(node -> SENTENCES.stream().map(node::path))
                .flatMap(node -> node.isTextual() ? Stream.of(node.textValue()) : Stream.empty())
                .findFirst();
    }

    /** The body of a plain yes as JSON. */
    public static Optional<JsonNode> yes(Wire.Reply reply) {
        return reply instanceof Wire.Answered answered && answered.status() == 200
                ? Optional.of(json(answered))
                : Optional.empty();
    }

    /** A text that says something; empty if there is none. */
    public static Optional<String> text(JsonNode text) {
        return Optional.of(text.asText()).filter(it -> !it.isBlank());
    }

    /** An address of the network's that people may follow; empty if it is none. */
    public static Optional<URI> link(String text) {
        try {
            return text.matches("https?://[!-~]+") ? Optional.of(URI.create(text)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The body as JSON; a missing node if it is none. */
    public static JsonNode json(Wire.Answered answered) {
        return json(answered.body());
    }

    /** The same of one that we wrote. */
    public static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }
}
