package dev.backonline.channel.threads;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.catalog.Secret;
import dev.backonline.channel.Answers;
import dev.backonline.channel.Channel.Claimed;
import dev.backonline.channel.Match;
import dev.backonline.channel.Sighting;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The profile's own posts and replies, as Threads lists them; and what became of a container. */
final class OwnThreads {
    /** Ours: publishing has been seen to take 222 s; what is on no list then will not come. */
    private static final Duration PUBLISHED_WITHIN = Duration.ofMinutes(5);

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** As in {@code 2026-11-22T20:04:00+0000}. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssZ", Locale.ROOT);

    private final ThreadsSettings settings;
    private final Wire wire;

    OwnThreads(ThreadsSettings settings, Wire wire) {
        this.settings = settings;
        this.wire = wire;
    }

    /** What is looked for; {@code container} if it is still known which one it was in. */
    record Sought(Frozen frozen, Claimed claimed, Optional<String> container, Instant now) {}

    Posted withLink(Posted posted, Secret token) {
        return Answers.yes(ask("/%s?fields=id,permalink".formatted(posted.id()), token))
                .flatMap(OwnThreads::posted)
                .orElse(posted);
    }

    Sighting newest(Secret token) {
        return onList(
                "threads",
                1,
                token,
                list -> list.stream()
                        .flatMap(node -> posted(node).stream())
                        .findFirst()
                        .<Sighting>map(Sighting.Seen::new)
                        .orElseGet(Sighting.Nothing::new));
    }

    /** A container that stands unpublished was not published: where it is known, nothing need be waited for. */
    Sighting find(Sought sought, Secret token) {
        var status = sought.container()
                .flatMap(id -> Answers.yes(ask("/%s?fields=status".formatted(id), token)))
                .map(body -> body.path("status").asText());
        if (status.filter(List.of("FINISHED", "ERROR", "EXPIRED")::contains).isPresent()) {
            return new Sighting.Nothing();
        }
        var list = sought.frozen().parent().isPresent() ? "replies" : "threads";
        var sighting = onList(list, 50, token, nodes -> choose(nodes, sought));
        var isEarly = sought.now().isBefore(sought.frozen().at().plus(PUBLISHED_WITHIN));
        return sighting instanceof Sighting.Nothing
                        && (isEarly || sought.container().isPresent())
                ? new Sighting.Unavailable("Threads may still be publishing it", Optional.of(A_MINUTE))
                : sighting;
    }

    private static Sighting choose(List<JsonNode> nodes, Sought sought) {
        var frozen = sought.frozen();
        var text = words(ThreadsText.neutral(frozen.text()));
        var match = new Match(
                frozen,
                sought.claimed(),
                (landmark, id) -> id.equals(landmark),
                shown -> words(shown).equals(text));
        return nodes.stream()
                .flatMap(node -> posted(node).stream()
                        .filter(posted -> match.isIt(new Match.Listed(
                                posted,
                                frozen.parent().map(Posted::id),
                                node.path("text").asText(),
                                time(node)))))
                .findFirst()
                .<Sighting>map(Sighting.Seen::new)
                .orElseGet(Sighting.Nothing::new);
    }

    private static String words(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    private static Optional<Instant> time(JsonNode node) {
        try {
            return Optional.of(Instant.from(TIME.parse(node.path("timestamp").asText())));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Posted> posted(JsonNode node) {
        var link = Optional.of(node.path("permalink").asText())
                .filter(address -> address.matches("https?://[\\x21-\\x7e&&[^<>\"\\\\^`{|}]]+"))
                .map(URI::create);
        return Optional.of(node.path("id").asText())
                .filter(id -> id.matches("\\d+"))
                .map(id -> new Posted(id, link));
    }

    private Sighting onList(String list, int most, Secret token, Function<List<JsonNode>, Sighting> reading) {
        var reply =
                ask("/%s/%s?fields=id,text,timestamp,permalink&limit=%d".formatted(settings.user(), list, most), token);
        return Answers.yes(reply)
                .map(body -> body.path("data"))
                .filter(JsonNode::isArray)
                .map(data -> reading.apply(data.valueStream().toList()))
                .orElseGet(() -> new Answers(List.of(settings.token(), token)).unavailable(reply));
    }

    Wire.Reply ask(String path, Secret token) {
        var address = "/v1.0%s&access_token=%s".formatted(path, GraphAnswers.encoded(token.value()));
        return wire.exchange(new Wire.Request(
                "GET", Tokens.address(settings, address), Map.of(), "", ThreadsKind.FOR_QUESTION, false));
    }
}
