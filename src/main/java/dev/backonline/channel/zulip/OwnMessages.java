package dev.backonline.channel.zulip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.channel.Answers;
import dev.backonline.channel.Channel.Claimed;
import dev.backonline.channel.Match;
import dev.backonline.channel.Sighting;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The bot's own messages in its channel, as Zulip lists them. People may move one to another topic, so topics aren't asked for. */
final class OwnMessages {
    /** Ours: since the first attempt there are never so many; Zulip lists up to 5,000 at once. */
    private static final int MOST = 500;

    /** As they were made: ids are numbers that grow. */
    private static final Comparator<String> AGE =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final ZulipSettings settings;
    private final Function<String, Wire.Reply> ask;
    private final Answers answers;

    OwnMessages(ZulipSettings settings, Function<String, Wire.Reply> ask, Answers answers) {
        this.settings = settings;
        this.ask = ask;
        this.answers = answers;
    }

    Sighting newest() {
        return onList(
                "anchor=newest&num_before=1&num_after=0",
                list -> list.isEmpty() ? new Sighting.Nothing() : new Sighting.Seen(posted(list.getLast())));
    }

    Sighting find(Frozen frozen, Claimed claimed) {
        var anchor = frozen.newest().filter(id -> id.matches("\\d+")).orElse("oldest");
        return onList(
                "anchor=%s&num_before=0&num_after=%d".formatted(anchor, MOST), list -> choose(list, frozen, claimed));
    }

    private static Sighting choose(List<JsonNode> list, Frozen frozen, Claimed claimed) {
        var text = words(ZulipText.escaped(frozen.text()));
        var match = new Match(
                frozen,
                claimed,
                (landmark, id) -> AGE.compare(id, landmark) <= 0,
                content -> words(content).equals(text));
        var made = list.stream()
                .map(message -> listed(message, frozen))
                .filter(match::isIt)
                .findFirst();
        if (made.isEmpty() && list.size() >= MOST) {
            return new Sighting.Unavailable("the bot has too many newer messages to look through", Optional.empty());
        }
        return made.<Sighting>map(message -> new Sighting.Seen(message.posted()))
                .orElseGet(Sighting.Nothing::new);
    }

    /** A topic takes the part of a thread, so a message has no parent. */
    private static Match.Listed listed(JsonNode message, Frozen frozen) {
        return new Match.Listed(
                posted(message),
                frozen.parent().map(Posted::id),
                message.path("content").asText(),
                Optional.of(message.path("timestamp"))
                        .filter(JsonNode::isIntegralNumber)
                        .map(seconds -> Instant.ofEpochSecond(seconds.longValue())));
    }

    /** Zulip cuts spaces at the ends. */
    private static String words(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    private Sighting onList(String range, Function<List<JsonNode>, Sighting> reading) {
        var narrow = JsonNodeFactory.instance.arrayNode();
        narrow.addObject().put("operator", "stream").put("operand", settings.channel());
        narrow.addObject().put("operator", "sender").put("operand", settings.email());
        var reply =
                ask.apply("/messages?%s&apply_markdown=false&narrow=%s".formatted(range, encoded(narrow.toString())));
        return Answers.yes(reply)
                .filter(OwnMessages::isYes)
                .map(body -> body.path("messages"))
                .filter(JsonNode::isArray)
                .map(list -> reading.apply(list.valueStream().toList()))
                .orElseGet(() -> answers.unavailable(reply));
    }

    static boolean isYes(JsonNode body) {
        return body.path("result").asText().equals("success");
    }

    static Posted posted(JsonNode message) {
        return new Posted(message.path("id").asText(), Optional.empty());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
