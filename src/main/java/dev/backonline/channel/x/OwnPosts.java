package dev.backonline.channel.x;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Answers;
import dev.backonline.channel.Channel.Claimed;
import dev.backonline.channel.Match;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.x.Access.Passage;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The account's own posts, as the network lists them; each one listed is paid for. */
final class OwnPosts {
    /** docs.x.com, GET /2/users/:id/tweets: the least and the most that one answer lists. */
    private static final int FEW = 5;

    private static final int PAGE = 100;

    /** Ours: an account that made more posts since than these is not ours alone; then nobody can tell. */
    private static final int MOST_PAGES = 3;

    private static final String FIELDS = "tweet.fields=created_at,entities,note_tweet,referenced_tweets";

    /** As they were made: ids are numbers of growing length. */
    private static final Comparator<String> AGE =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final BiFunction<String, Instant, Passage> ask;
    private volatile Optional<String> account = Optional.empty();

    OwnPosts(BiFunction<String, Instant, Passage> ask) {
        this.ask = ask;
    }

    static boolean isId(String text) {
        return text.matches("\\d{1,20}");
    }

    /** An address that needs no name of the account (unconfirmed: it leads to the post whoever's it is). */
    static Posted posted(String id) {
        return new Posted(id, Optional.of(URI.create("https://x.com/i/web/status/" + id)));
    }

    /** What is made of one answer of the list. */
    @FunctionalInterface
    private interface Judging {
        Sighting of(List<JsonNode> posts, Optional<String> next);
    }

    /** The newest by its id: a pinned or edited post may stand elsewhere in the list. */
    Sighting newest(Instant now) {
        return onList(
                "max_results=" + FEW,
                now,
                (posts, _) -> posts.stream()
                        .map(post -> post.path("id").asText())
                        .filter(OwnPosts::isId)
                        .max(AGE)
                        .<Sighting>map(id -> new Sighting.Seen(posted(id)))
                        .orElseGet(Sighting.Nothing::new));
    }

    /** The oldest that may be it, should there be several. */
    Sighting find(Frozen frozen, Claimed claimed, Instant now) {
        var text = new PostText(Answers.json(new Wire.Answered(200, Map.of(), frozen.body(), false))
                .path("text")
                .asText());
        var search = new Match(frozen, claimed, OwnPosts::isUpTo, text::isThat);
        var since = frozen.newest().map("&since_id="::concat).orElse("");
        return find(search, "max_results=%d%s".formatted(PAGE, since), "", now, MOST_PAGES);
    }

    private Sighting find(Match search, String query, String page, Instant now, int pages) {
        return onList(query + page, now, (posts, next) -> {
            var found = posts.reversed().stream()
                    .map(OwnPosts::listed)
                    .filter(search::isIt)
                    .findFirst();
            if (found.isPresent()) {
                return new Sighting.Seen(found.get().posted());
            }
            if (next.isEmpty()) {
                return new Sighting.Nothing();
            }
            return pages == 1
                    ? new Sighting.Unavailable("the account has too many newer posts to look through", Optional.empty())
                    : find(search, query, "&pagination_token=" + next.get(), now, pages - 1);
        });
    }

    private Sighting onList(String query, Instant now, Judging reading) {
        var whose = account(now);
        if (whose instanceof Sighting.Seen(Posted(var id, var _))) {
            return answered("/2/users/%s/tweets?%s&%s".formatted(id, query, FIELDS), now, body -> list(body, reading));
        }
        return whose;
    }

    /** An account without posts has an answer without a list, which counts them all the same. */
    private static Optional<Sighting> list(JsonNode body, Judging reading) {
        var posts = new ArrayList<JsonNode>();
        body.path("data").forEach(posts::add);
        var isList = body.path("data").isArray()
                || body.path("meta").path("result_count").isInt();
        var next = Optional.of(body.path("meta").path("next_token").asText()).filter(token -> token.matches("\\w+"));
        return isList ? Optional.of(reading.of(posts, next)) : Optional.empty();
    }

    /** Who we are, asked once; as a sighting, since the question may fail as a look at the list may. */
    private Sighting account(Instant now) {
        return account.<Sighting>map(id -> new Sighting.Seen(new Posted(id, Optional.empty())))
                .orElseGet(() -> answered("/2/users/me", now, body -> {
                    account = Optional.of(body.path("data").path("id").asText()).filter(OwnPosts::isId);
                    return account.map(id -> new Sighting.Seen(new Posted(id, Optional.empty())));
                }));
    }

    /** What is made of a yes; empty if it is not the network's. */
    @FunctionalInterface
    private interface Yes {
        Optional<? extends Sighting> read(JsonNode body);
    }

    private Sighting answered(String path, Instant now, Yes yes) {
        return switch (ask.apply(path, now)) {
            case Passage.Carried(var reply, var secrets) -> {
                var body = reply instanceof Wire.Answered answered && answered.status() == 200
                        ? Optional.of(Answers.json(answered))
                        : Optional.<JsonNode>empty();
                yield body.<Sighting>flatMap(yes::read).orElseGet(() -> new Answers(secrets).unavailable(reply));
            }
            case Passage.Stopped(var outcome) -> new Sighting.Unavailable(reason(outcome), Optional.empty());
        };
    }

    private static String reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.AuthInvalid(var fix) -> fix;
            case Outcome.NotSent(var reason) -> reason;
            case Outcome.Throttled(var _, var reason) -> reason;
            case Outcome.Rejected _,
                    Outcome.TargetGone _,
                    Outcome.Unknown _,
                    Outcome.Delivered _,
                    Outcome.AcceptedNoId _,
                    Outcome.AlreadyExists _,
                    Outcome.ParentGone _,
                    Outcome.TargetMoved _ -> "own posts can't be listed";
        };
    }

    private static Match.Listed listed(JsonNode post) {
        return new Match.Listed(
                posted(post.path("id").asText()),
                parent(post),
                PostText.shown(post),
                time(post.path("created_at").asText()));
    }

    private static Optional<String> parent(JsonNode post) {
        for (var reference : post.path("referenced_tweets")) {
            if (reference.path("type").asText().equals("replied_to")) {
                return Optional.of(reference.path("id").asText());
            }
        }
        return Optional.empty();
    }

    private static boolean isUpTo(String landmark, String id) {
        return AGE.compare(id, landmark) <= 0;
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
