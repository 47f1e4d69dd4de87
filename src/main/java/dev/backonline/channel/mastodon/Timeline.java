package dev.backonline.channel.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Answers;
import dev.backonline.channel.Channel.Claimed;
import dev.backonline.channel.Match;
import dev.backonline.channel.Sighting;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** As they were made: ids of Mastodon are numbers of growing length, those of GoToSocial and Pleroma are sorted as text. */
    private static final Comparator<String> AGE =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    /** Ids of snac are hashes, which say nothing of age; then the time must do. */
    private static final Pattern UNORDERED = Pattern.compile("[0-9a-f]{32}");

    private final Function<String, Wire.Reply> ask;
    private final Answers answers;
    private volatile Optional<String> account = Optional.empty();

    Timeline(Function<String, Wire.Reply> ask, Answers answers) {
        this.ask = ask;
        this.answers = answers;
    }

    Sighting newest() {
        return onList(
                "limit=1",
                statuses -> statuses.isEmpty()
                        ? new Sighting.Nothing()
                        : new Sighting.Seen(MastodonAccount.posted(statuses.getFirst())));
    }

    /** The oldest that may be it, should there be several. */
    Sighting find(Frozen frozen, Claimed claimed) {
        var since = frozen.newest().map("&since_id="::concat).orElse("");
        return find(search(frozen, claimed), "limit=" + PAGE + since, MOST_PAGES);
    }

    private Sighting find(Match search, String query, int pages) {
        return onList(query, statuses -> {
            var found = statuses.reversed().stream()
                    .map(Timeline::listed)
                    .filter(search::isIt)
                    .findFirst();
            if (found.isPresent()) {
                return new Sighting.Seen(found.get().posted());
            }
            if (statuses.size() < PAGE) {
                return new Sighting.Nothing();
            }
            return pages == 1
                    ? new Sighting.Unavailable("the account has too many newer posts to look through", Optional.empty())
                    : find(search, older(query, statuses.getLast()), pages - 1);
        });
    }

    private static String older(String query, JsonNode last) {
        return query.replaceFirst("&max_id=.*", "") + "&max_id="
                + last.path("id").asText();
    }

    private Sighting onList(String query, Function<List<JsonNode>, Sighting> reading) {
        var whose = account();
        if (whose instanceof Sighting.Seen(Posted(var id, var _))) {
            var reply = ask.apply("/api/v1/accounts/%s/statuses?exclude_reblogs=true&%s".formatted(id, query));
            return list(reply).map(reading).orElseGet(() -> answers.unavailable(reply));
        }
        return whose;
    }

    /** Who we are, asked once; as a sighting, since the question may fail as a look at the list may. */
    private Sighting account() {
        if (account.isEmpty()) {
            var reply = ask.apply("/api/v1/accounts/verify_credentials");
            account = body(reply).map(body -> body.path("id").asText()).filter(id -> id.matches("\\w+"));
            if (account.isEmpty()) {
                return answers.unavailable(reply);
            }
        }
        return new Sighting.Seen(new Posted(account.orElseThrow(), Optional.empty()));
    }

    private static Optional<List<JsonNode>> list(Wire.Reply reply) {
        return body(reply).filter(JsonNode::isArray).map(array -> {
            var statuses = new ArrayList<JsonNode>();
            array.forEach(statuses::add);
            return statuses;
        });
    }

    private static Optional<JsonNode> body(Wire.Reply reply) {
        return reply instanceof Wire.Answered answered && answered.status() == 200
                ? Optional.of(Answers.json(answered))
                : Optional.empty();
    }

    private static Match search(Frozen frozen, Claimed claimed) {
        var text = new StatusText(frozen.text());
        return new Match(frozen, claimed, Timeline::isUpTo, text::isIn);
    }

    private static Match.Listed listed(JsonNode status) {
        return new Match.Listed(
                MastodonAccount.posted(status),
                Optional.of(status.path("in_reply_to_id").asText("")).filter(id -> !id.isEmpty()),
                status.path("content").asText(),
                time(status.path("created_at").asText()));
    }

    private static boolean isUpTo(String landmark, String id) {
        return UNORDERED.matcher(id).matches() ? id.equals(landmark) : AGE.compare(id, landmark) <= 0;
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
