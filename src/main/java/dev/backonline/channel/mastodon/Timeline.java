package dev.backonline.channel.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Channel.Claimed;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Match;
import dev.backonline.channel.api.Pages;
import dev.backonline.channel.api.Pages.Page;
import dev.backonline.channel.api.Self;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The account's own posts, as the server lists them. */
final class Timeline {
    /** docs.joinmastodon.org, methods/accounts: the most that one answer lists. */
    private static final int PAGE = 40;

    /** Ours: an account that made more posts since than these is not ours alone; then nobody can tell. */
    private static final int MOST_PAGES = 5;

    private static final String LIST = "/api/v1/accounts/%s/statuses?exclude_reblogs=true&limit=%d%s";

    /** Ids of snac are hashes, which say nothing of age; then the time must do. */
    private static final Pattern UNORDERED = Pattern.compile("[0-9a-f]{32}");

    private final Function<String, Wire.Reply> ask;
    private final Self<Wire.Reply> self;
    private final Pages<Wire.Reply> pages;

    Timeline(Function<String, Wire.Reply> ask, Answers answers) {
        this.ask = ask;
        this.self = new Self<>(reply -> Self.id(Answers.yes(reply), "/id"), answers::unavailable);
        this.pages = new Pages<>(
                ask, Timeline::page, answers::unavailable, "the account has too many newer posts to look through");
    }

    Sighting newest() {
        return ofOurs(account -> pages.first(
                LIST.formatted(account, 1, ""),
                statuses -> Sighting.of(statuses.stream().findFirst().map(MastodonAccount::posted))));
    }

    Sighting find(Frozen frozen, Claimed claimed) {
        var text = new StatusText(frozen.text());
        var search = new Match(frozen, claimed, Timeline::isUpTo, text::isIn);
        var since = frozen.newest().map("&since_id="::concat).orElse("");
        return ofOurs(
                account -> pages.oldest(LIST.formatted(account, PAGE, since), MOST_PAGES, search, Timeline::listed));
    }

    private Sighting ofOurs(Function<String, Sighting> look) {
        return self.then(ask, "/api/v1/accounts/verify_credentials", look);
    }

    private static Optional<Page> page(String path, Wire.Reply reply) {
        return Answers.yes(reply)
                .filter(JsonNode::isArray)
                .map(list -> list.valueStream().toList())
                .map(list -> new Page(list, list.size() < PAGE ? Optional.empty() : Optional.of(older(path, list))));
    }

    private static String older(String path, List<JsonNode> page) {
        return Pages.with(path, "max_id", page.getLast().path("id").asText());
    }

    private static Match.Listed listed(JsonNode status) {
        return new Match.Listed(
                MastodonAccount.posted(status),
                Optional.of(status.path("in_reply_to_id").asText("")).filter(id -> !id.isEmpty()),
                status.path("content").asText(),
                Match.Listed.time(status.path("created_at").asText()));
    }

    /** Ids of Mastodon are numbers of growing length, those of GoToSocial and Pleroma are sorted as text. */
    private static boolean isUpTo(String landmark, String id) {
        return UNORDERED.matcher(id).matches() ? id.equals(landmark) : Match.isUpTo(landmark, id);
    }
}
