package dev.backonline.channel.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Channel.Claimed;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.api.BodyFormat;
import dev.backonline.channel.api.Match;
import dev.backonline.channel.api.Pages;
import dev.backonline.channel.api.Pages.Page;
import dev.backonline.channel.api.ThreadId;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The messages of one room, or of one thread in it, as Slack lists them. A post carries its key, which nobody sees: where the list shows
 * keys, they alone decide; a message of ours without one is known by its text.
 */
final class RoomHistory {
    /** The name of what stands beside the text; ours, in the form that Slack asks for. */
    static final String EVENT = "backonline_post";

    /** Slack lists by the id of a room only. C: public; G: private, of old; D: with one person. */
    static final String ID = "[CGD][A-Z0-9]{7,20}";

    /** docs.slack.dev, conversations.history: no more than 200 at once recommended. */
    private static final int PAGE = 100;

    /** Ours: a room with more messages since then can't be read in time. */
    private static final int MOST_PAGES = 10;

    /** Ours: more than any two clocks differ; what is too old all the same, {@link Match} sorts out. */
    private static final Duration EARLIER = Duration.ofMinutes(10);

    private final Function<String, Wire.Reply> ask;
    private final Objections objections;
    private final Pages<Wire.Reply> pages;
    private volatile String room;

    RoomHistory(String room, Function<String, Wire.Reply> ask, Objections objections) {
        this.room = room;
        this.ask = ask;
        this.objections = objections;
        this.pages = new Pages<>(
                ask,
                RoomHistory::page,
                objections::unavailable,
                "the room has too many newer messages to look through");
    }

    /** The id of the room, as Slack tells it with each post: it may stand in the file by its name. */
    void learn(String id) {
        if (id.matches(ID)) {
            room = id;
        }
    }

    Sighting find(Frozen frozen, Claimed claimed) {
        if (!room.matches(ID)) {
            return new Sighting.Unavailable(
                    "Slack lists messages by a room's id only: write it in the file in place of the name",
                    Optional.empty());
        }
        return pages.all(query(frozen), PAGE * MOST_PAGES, messages -> choose(messages, frozen, claimed));
    }

    private String query(Frozen frozen) {
        var list = frozen.parent()
                .map(parent -> "conversations.replies?ts="
                        + encoded(ThreadId.of(parent).root()))
                .orElse("conversations.history?");
        var oldest = frozen.at().minus(EARLIER).getEpochSecond();
        return "%s&channel=%s&oldest=%d&limit=%d&include_all_metadata=true"
                .formatted(list, room, oldest, PAGE)
                .replace("?&", "?");
    }

    /** A thread that was never begun holds no reply of ours. */
    private static Optional<Page> page(String path, Wire.Reply reply) {
        return Objections.error(reply).filter("thread_not_found"::equals).isPresent()
                ? Optional.of(new Page(List.of(), Optional.empty()))
                : Objections.yes(reply)
                        .map(body ->
                                new Page(body.path("messages").valueStream().toList(), next(path, body)));
    }

    private static Optional<String> next(String path, JsonNode body) {
        return Optional.of(body.at("/response_metadata/next_cursor").asText())
                .filter(cursor -> !cursor.isEmpty())
                .map(cursor -> path.replaceFirst("&cursor=.*", "") + "&cursor=" + encoded(cursor));
    }

    private Sighting choose(List<JsonNode> messages, Frozen frozen, Claimed claimed) {
        var marked = messages.stream()
                .filter(message -> key(message).filter(frozen.key()::equals).isPresent())
                .toList();
        if (!marked.isEmpty()) {
            return oldest(marked.stream());
        }
        var text = new SlackWords(frozen.text());
        var match = new Match(frozen, claimed, RoomHistory::isUpTo, text::areIn);
        var alike = messages.stream()
                .filter(message -> key(message).isEmpty())
                .filter(message -> listed(message, frozen).filter(match::isIt).isPresent())
                .toList();
        return alike.isEmpty() ? new Sighting.Nothing() : ours(alike);
    }

    /** People, and other apps, may repeat what we said. */
    private Sighting ours(List<JsonNode> alike) {
        var reply = ask.apply("auth.test");
        return Objections.yes(reply)
                .map(self -> oldest(alike.stream().filter(message -> isBy(self, message))))
                .orElseGet(() -> objections.unavailable(reply));
    }

    private static boolean isBy(JsonNode self, JsonNode message) {
        return isSame(self.path("user_id"), message.path("user"))
                || isSame(self.path("bot_id"), message.path("bot_id"));
    }

    private static boolean isSame(JsonNode ours, JsonNode shown) {
        return ours.asText().matches("\\w+") && ours.asText().equals(shown.asText());
    }

    private static Sighting oldest(Stream<JsonNode> messages) {
        return Sighting.of(messages.flatMap(message -> Stamps.of(message).stream())
                .min(Comparator.comparing(ThreadId::own, Match.BY_ID))
                .map(ThreadId::posted));
    }

    private static Optional<String> key(JsonNode message) {
        var metadata = message.path("metadata");
        return Optional.of(metadata.path("event_payload").path("key").asText())
                .filter(key ->
                        !key.isEmpty() && metadata.path("event_type").asText().equals(EVENT));
    }

    /** A reply to any post of a thread is a reply to its first. */
    private static Optional<Match.Listed> listed(JsonNode message, Frozen frozen) {
        var wanted = frozen.parent()
                .filter(parent -> message.path("thread_ts")
                        .asText()
                        .equals(ThreadId.of(parent).root()));
        return Stamps.of(message)
                .map(stamp -> new Match.Listed(
                        stamp.posted(),
                        stamp.thread().map(root -> wanted.map(Posted::id).orElse(root)),
                        message.path("text").asText(),
                        Optional.of(Stamps.at(stamp))));
    }

    private static boolean isUpTo(String landmark, String id) {
        return Match.isUpTo(landmark.replaceFirst(" .*", ""), id.replaceFirst(" .*", ""));
    }

    private static String encoded(String text) {
        return BodyFormat.FORM.escaped(text);
    }
}
