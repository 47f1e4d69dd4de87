package dev.backonline.channel.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Channel.Claimed;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Lineup;
import dev.backonline.channel.api.Lineup.Suspect;
import dev.backonline.channel.api.Match;
import dev.backonline.channel.api.NetworkErrors;
import dev.backonline.channel.api.Pages;
import dev.backonline.channel.api.Pages.Page;
import dev.backonline.channel.api.Self;
import dev.backonline.channel.api.ThreadId;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The messages of one room, or of one thread in it, as Slack lists them. A post carries its key, which nobody sees. */
final class RoomHistory {
    /** The name of what stands beside the text; ours, in the form that Slack asks for. */
    static final String EVENT = "backonline_post";

    /** Slack lists by the id of a room only. C: public; G: private, of old; D: with one person. */
    static final String ID = "[CGD][A-Z0-9]{7,20}";

    /** What Slack calls messages: the times at which they were made. */
    private static final String TIME = "\\d{1,11}\\.\\d{1,9}";

    /** docs.slack.dev, conversations.history: no more than 200 at once recommended. */
    private static final int PAGE = 100;

    private final Self.Introduction self;
    private final Pages<Wire.Reply> pages;
    private volatile String room;

    RoomHistory(String room, Function<String, Wire.Reply> ask, NetworkErrors errors) {
        this.room = room;
        this.self = new Self<>(reply -> Self.id(SlackErrors.yes(reply), "/user_id"), errors::unavailable)
                .by(ask, "/auth.test");
        this.pages = Lineup.pages(ask, (path, reply) -> page(path, reply, errors), errors::unavailable);
    }

    /** The id of the room, as Slack tells it with each post: it may stand in the file by its name. */
    void learn(String id) {
        if (id.matches(ID)) {
            room = id;
        }
    }

    static Optional<ThreadId> id(JsonNode message) {
        return ThreadId.read(message.path("ts"), message.path("thread_ts"), TIME);
    }

    Sighting find(Frozen frozen, Claimed claimed) {
        if (!room.matches(ID)) {
            return new Sighting.Unavailable(
                    "Slack lists messages by a room's id only: write it in the file in place of the name",
                    Optional.empty());
        }
        var text = new SlackWords(frozen.text());
        var lineup = new Lineup(new Match(frozen, claimed, Match::isUpTo, text::areIn), frozen.key(), self);
        return pages.all(
                query(frozen),
                Lineup.MOST,
                list -> lineup.choose(list.stream().flatMap(message -> suspect(message, frozen))));
    }

    private String query(Frozen frozen) {
        var list = ThreadId.root(frozen.parent())
                .map(root -> "/conversations.replies?ts=%s&".formatted(root))
                .orElse("/conversations.history?");
        return "%schannel=%s&oldest=%d&limit=%d&include_all_metadata=true"
                .formatted(list, room, Match.since(frozen).getEpochSecond(), PAGE);
    }

    /** A thread that was never begun holds no reply of ours. */
    private static Optional<Page> page(String path, Wire.Reply reply, NetworkErrors errors) {
        return errors.of(reply).filter("thread_not_found"::equals).isPresent()
                ? Optional.of(new Page(List.of(), Optional.empty()))
                : SlackErrors.yes(reply).map(body -> Page.of(body.path("messages"), next(path, body)));
    }

    private static Optional<String> next(String path, JsonNode body) {
        return Answers.text(body.at("/response_metadata/next_cursor"))
                .map(cursor -> Pages.with(path, "cursor", cursor));
    }

    /** A reply to any post of a thread is a reply to its first. */
    private static Stream<Suspect> suspect(JsonNode message, Frozen frozen) {
        var metadata = message.path("metadata");
        var key = Answers.text(metadata.at("/event_payload/key"))
                .filter(_ -> metadata.path("event_type").asText().equals(EVENT));
        return id(message).stream().map(id -> {
            var parent = id.thread().map(root -> frozen.parent().map(Posted::id).orElse(root));
            var at = Instant.ofEpochSecond(Long.parseLong(id.own().replaceFirst("\\..*", "")));
            var post =
                    new Match.Listed(id.posted(), parent, message.path("text").asText(), Optional.of(at));
            return new Suspect(post, Answers.text(message.path("user")), key);
        });
    }
}
