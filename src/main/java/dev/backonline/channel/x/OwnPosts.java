package dev.backonline.channel.x;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Channel.Claimed;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.access.Passage;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Match;
import dev.backonline.channel.api.Pages;
import dev.backonline.channel.api.Pages.Page;
import dev.backonline.channel.api.Self;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The account's own posts, as the network lists them; each one listed is paid for. */
final class OwnPosts {
    /** docs.x.com, GET /2/users/:id/tweets: the least and the most that one answer lists. */
    private static final int FEW = 5;

    private static final int PAGE = 100;

    /** Ours: an account that made more posts since than these is not ours alone; then nobody can tell. */
    private static final int MOST_PAGES = 3;

    private static final String LIST =
            "/2/users/%s/tweets?max_results=%d%s&tweet.fields=created_at,entities,note_tweet,referenced_tweets";

    private final BiFunction<String, Instant, Passage> ask;
    private final Self<Passage> self = new Self<>(OwnPosts::account, Passage::unavailable);

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

    /** The newest by its id: a pinned or edited post may stand elsewhere in the list. */
    Sighting newest(Instant now) {
        return look(
                now,
                (pages, account) -> pages.first(
                        LIST.formatted(account, FEW, ""),
                        posts -> Sighting.of(posts.stream()
                                .map(post -> post.path("id").asText())
                                .filter(OwnPosts::isId)
                                .max(Match.BY_ID)
                                .map(OwnPosts::posted))));
    }

    /** The oldest that may be it, should there be several. */
    Sighting find(Frozen frozen, Claimed claimed, Instant now) {
        var text = new PostText(Answers.json(new Wire.Answered(200, Map.of(), frozen.body(), false))
                .path("text")
                .asText());
        var search = new Match(frozen, claimed, Match::isUpTo, text::isThat);
        var since = frozen.newest().map("&since_id="::concat).orElse("");
        return look(
                now,
                (pages, account) -> pages.each(
                        LIST.formatted(account, PAGE, since),
                        MOST_PAGES,
                        posts -> search.among(posts.reversed().stream().map(OwnPosts::listed))));
    }

    private Sighting look(Instant now, BiFunction<Pages<Passage>, String, Sighting> looking) {
        Function<String, Passage> asking = path -> ask.apply(path, now);
        var pages = new Pages<>(
                asking, OwnPosts::page, Passage::unavailable, "the account has too many newer posts to look through");
        return self.then(asking, "/2/users/me", account -> looking.apply(pages, account));
    }

    private static Optional<String> account(Passage passage) {
        return passage.yes().map(body -> body.at("/data/id").asText()).filter(OwnPosts::isId);
    }

    /** An account without posts has an answer without a list, which counts them all the same. */
    private static Optional<Page> page(String path, Passage passage) {
        return passage.yes()
                .filter(body -> body.path("data").isArray()
                        || body.at("/meta/result_count").isInt())
                .map(body -> new Page(body.path("data").valueStream().toList(), next(path, body)));
    }

    private static Optional<String> next(String path, JsonNode body) {
        return Optional.of(body.at("/meta/next_token").asText())
                .filter(token -> token.matches("\\w+"))
                .map(token -> path.replaceFirst(
                        "(&pagination_token=\\w+)?&tweet.fields", "&pagination_token=" + token + "&tweet.fields"));
    }

    private static Match.Listed listed(JsonNode post) {
        return new Match.Listed(
                posted(post.path("id").asText()),
                post.path("referenced_tweets")
                        .valueStream()
                        .filter(reference -> reference.path("type").asText().equals("replied_to"))
                        .map(reference -> reference.path("id").asText())
                        .findFirst(),
                PostText.shown(post),
                Match.Listed.time(post.path("created_at").asText()));
    }
}
