package dev.backonline.channel.threads;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Channel.Claimed;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.access.Passage;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Match;
import dev.backonline.channel.api.Pages;
import dev.backonline.channel.api.Pages.Page;
import dev.backonline.channel.api.PlainWords;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** The profile's own posts and replies, as Threads lists them; and what became of a container. */
final class OwnThreads {
    /** Ours: publishing has been seen to take 222 s; what is on no list then will not come. */
    private static final Duration PUBLISHED_WITHIN = Duration.ofMinutes(5);

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final String profile;
    private final BiFunction<String, Instant, Passage> ask;

    OwnThreads(String profile, BiFunction<String, Instant, Passage> ask) {
        this.profile = profile;
        this.ask = ask;
    }

    Posted withLink(Posted posted, Instant now) {
        return ask.apply("/%s?fields=id,permalink".formatted(posted.id()), now)
                .yes()
                .flatMap(OwnThreads::posted)
                .orElse(posted);
    }

    Sighting newest(Instant now) {
        return onList(
                "threads",
                1,
                now,
                list -> list.stream().flatMap(node -> posted(node).stream()).findFirst());
    }

    /** A container that stands unpublished was not published: where it is known ({@code container}), nothing need be waited for. */
    Sighting find(Frozen frozen, Claimed claimed, Optional<String> container, Instant now) {
        var status = container
                .flatMap(id -> ask.apply("/%s?fields=status".formatted(id), now).yes())
                .map(body -> body.path("status").asText());
        if (status.filter(List.of("FINISHED", "ERROR", "EXPIRED")::contains).isPresent()) {
            return new Sighting.Nothing();
        }
        var text = PlainWords.spaced(ThreadsText.neutral(frozen.text()));
        var match = new Match(
                frozen,
                claimed,
                String::equals,
                shown -> PlainWords.spaced(shown).equals(text));
        var list = frozen.parent().isPresent() ? "replies" : "threads";
        var sighting =
                onList(list, 50, now, nodes -> match.among(nodes.stream().flatMap(node -> listed(node, frozen))));
        var isEarly = now.isBefore(frozen.at().plus(PUBLISHED_WITHIN));
        return sighting instanceof Sighting.Nothing && (isEarly || container.isPresent())
                ? new Sighting.Unavailable("Threads may still be publishing it", Optional.of(A_MINUTE))
                : sighting;
    }

    private static Stream<Match.Listed> listed(JsonNode node, Frozen frozen) {
        return posted(node).stream()
                .map(posted -> new Match.Listed(
                        posted,
                        frozen.parent().map(Posted::id),
                        node.path("text").asText(),
                        Match.Listed.time(node.path("timestamp").asText())));
    }

    private static Optional<Posted> posted(JsonNode node) {
        return Optional.of(node.path("id").asText())
                .filter(id -> id.matches("\\d+"))
                .map(id -> new Posted(id, Answers.link(node.path("permalink").asText())));
    }

    private Sighting onList(String list, int most, Instant now, Function<List<JsonNode>, Optional<Posted>> choice) {
        var pages = new Pages<Passage>(path -> ask.apply(path, now), OwnThreads::page, Passage::unavailable, "");
        return pages.each(
                "/%s/%s?fields=id,text,timestamp,permalink&limit=%d".formatted(profile, list, most), 1, choice);
    }

    private static Optional<Page> page(String path, Passage passage) {
        return passage.yes()
                .map(body -> body.path("data"))
                .filter(JsonNode::isArray)
                .map(Page::last);
    }
}
