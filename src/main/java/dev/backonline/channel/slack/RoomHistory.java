package dev.backonline.channel.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Answers;
import dev.backonline.channel.Channel.Claimed;
import dev.backonline.channel.Match;
import dev.backonline.channel.Sighting;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
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

    private static final Comparator<String> AGE =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final Function<String, Wire.Reply> ask;
    private final Objections objections;
    private volatile String room;

    RoomHistory(String room, Function<String, Wire.Reply> ask, Objections objections) {
        this.room = room;
        this.ask = ask;
        this.objections = objections;
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
        return page(query(frozen), "", List.of(), messages -> choose(messages, frozen, claimed));
    }

    private String query(Frozen frozen) {
        var list = frozen.parent()
                .map(parent ->
                        "conversations.replies?ts=" + encoded(Stamp.of(parent).root()))
                .orElse("conversations.history?");
        var oldest = frozen.at().minus(EARLIER).getEpochSecond();
        return "%s&channel=%s&oldest=%d&limit=%d&include_all_metadata=true"
                .formatted(list, room, oldest, PAGE)
                .replace("?&", "?");
    }

    /** Reads page after page, and then all of them at once. */
    private Sighting page(
            String query, String cursor, List<JsonNode> before, Function<List<JsonNode>, Sighting> whole) {
        var reply = ask.apply(query + (cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor)));
        var body = body(reply);
        if (body.isEmpty()) {
            return isNoThread(reply) ? new Sighting.Nothing() : objections.unavailable(reply);
        }
        var messages = new ArrayList<>(before);
        body.get().path("messages").forEach(messages::add);
        var next = body.get().path("response_metadata").path("next_cursor").asText();
        if (next.isEmpty()) {
            return whole.apply(messages);
        }
        return messages.size() < PAGE * MOST_PAGES
                ? page(query, next, messages, whole)
                : new Sighting.Unavailable("the room has too many newer messages to look through", Optional.empty());
    }

    private Sighting choose(List<JsonNode> messages, Frozen frozen, Claimed claimed) {
        var marked = messages.stream()
                .filter(message -> key(message).filter(frozen.key()::equals).isPresent())
                .toList();
        if (!marked.isEmpty()) {
            return seen(marked);
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
        return body(reply)
                .map(self -> alike.stream().filter(isBy(self)).toList())
                .map(RoomHistory::seen)
                .orElseGet(() -> objections.unavailable(reply));
    }

    private static Predicate<JsonNode> isBy(JsonNode self) {
        return message -> Stream.of(
                        message.path("user").asText() + "/"
                                + self.path("user_id").asText(),
                        message.path("bot_id").asText() + "/"
                                + self.path("bot_id").asText())
                .anyMatch(pair -> pair.matches("(\\w+)/\\1"));
    }

    /** The oldest of them. */
    private static Sighting seen(List<JsonNode> messages) {
        return messages.stream()
                .flatMap(message -> Stamp.of(message).stream())
                .min(Comparator.comparing(Stamp::own, AGE))
                .<Sighting>map(stamp -> new Sighting.Seen(stamp.posted()))
                .orElseGet(Sighting.Nothing::new);
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
                        .equals(Stamp.of(parent).root()));
        return Stamp.of(message)
                .map(stamp -> new Match.Listed(
                        stamp.posted(),
                        stamp.thread().map(root -> wanted.map(Posted::id).orElse(root)),
                        message.path("text").asText(),
                        Optional.of(stamp.at())));
    }

    private static boolean isUpTo(String landmark, String id) {
        return AGE.compare(id.replaceFirst(" .*", ""), landmark.replaceFirst(" .*", "")) <= 0;
    }

    /** What was never begun holds no reply of ours. */
    private static boolean isNoThread(Wire.Reply reply) {
        return reply instanceof Wire.Answered answered
                && answered.status() == 200
                && Answers.json(answered).path("error").asText().equals("thread_not_found");
    }

    private static Optional<JsonNode> body(Wire.Reply reply) {
        return reply instanceof Wire.Answered answered
                ? Optional.of(Answers.json(answered)).filter(body -> Objections.isYes(answered, body))
                : Optional.empty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
