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
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The account's own posts, as the network lists them; each one listed is paid for. {@code self}: whose they are. */
record OwnPosts(Function<String, Passage> ask, Self<Passage> self) {
    /** docs.x.com, GET /2/users/:id/tweets: the least and the most that one answer lists. */
    private static final int FEW = 5;

    private static final int PAGE = 100;

    /** Ours: an account that made more posts since than these is not ours alone; then nobody can tell. */
    private static final int MOST_PAGES = 3;

    /** Who we are. */
    static final String WHO = "/2/users/me";

    static boolean isId(String text) {
        return text.matches("\\d{1,20}");
    }

    /** An address that needs no name of the account (unconfirmed: it leads to the post whoever's it is). */
    static Posted posted(String id) {
        return new Posted(id, Optional.of(URI.create("https://x.com/i/web/status/" + id)));
    }

    Sighting newest() {
        return onList("", FEW, (pages, list) -> pages.newest(list, OwnPosts::listed));
    }

    Sighting find(Frozen frozen, Claimed claimed) {
        var text = new PostText(Answers.json(frozen.body()).path("text").asText());
        var search = new Match(frozen, claimed, Match::isUpTo, text::isThat);
        var since = frozen.newest().map("&since_id="::concat).orElse("");
        return onList(since, PAGE, (pages, list) -> pages.oldest(list, MOST_PAGES, search, OwnPosts::listed));
    }

    private Sighting onList(String since, int most, BiFunction<Pages<Passage>, String, Sighting> look) {
        var pages = new Pages<>(
                ask, OwnPosts::page, Passage::unavailable, "the account has too many newer posts to look through");
        return self.then(ask, WHO, account -> look.apply(pages, list(account, most) + since));
    }

    private static String list(String account, int most) {
        return "/2/users/%s/tweets?max_results=%d&tweet.fields=created_at,entities,note_tweet,referenced_tweets"
                .formatted(account, most);
    }

    /** An account without posts has an answer without a list, which counts them all the same. */
    private static Optional<Page> page(String path, Passage passage) {
        return passage.yes()
                .filter(body -> body.path("data").isArray()
                        || body.at("/meta/result_count").isInt())
                .map(body -> Page.of(body.path("data"), next(path, body)));
    }

    private static Optional<String> next(String path, JsonNode body) {
        return Answers.text(body.at("/meta/next_token")).map(token -> Pages.with(path, "pagination_token", token));
    }

    private static Match.Listed listed(JsonNode post) {
        var parent = post.path("referenced_tweets")
                .valueStream()
                .filter(reference -> reference.path("type").asText().equals("replied_to"))
                .map(reference -> reference.path("id").asText())
                .findFirst();
        var at = Match.Listed.time(post.path("created_at").asText());
        return new Match.Listed(posted(post.path("id").asText()), parent, PostText.shown(post), at);
    }
}
