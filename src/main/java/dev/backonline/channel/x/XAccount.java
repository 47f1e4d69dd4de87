package dev.backonline.channel.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.channel.Answers;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Posts as one account, and finds its posts again. */
final class XAccount implements Channel {
    /** Ours: the network says that it has the text; its list may be behind, and each look at it is paid for. */
    private static final Duration DUPLICATE_SETTLES = Duration.ofMinutes(1);

    private final XSettings settings;
    private final Access access;
    private final XText text;
    private final OwnPosts own;

    XAccount(XSettings settings, Access access) {
        this.settings = settings;
        this.access = access;
        this.text = new XText(settings.links());
        this.own = new OwnPosts(this::ask);
    }

    static URI at(XSettings settings, String path) {
        var api = settings.api().toString();
        return URI.create((api.endsWith("/") ? api.substring(0, api.length() - 1) : api) + path);
    }

    /** Nothing but what the network's schema names. */
    @Override
    public String prepare(Post post) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put(
                "text",
                text.posted(
                        post.message().text(), post.at().atZone(post.identity().zone())));
        post.parent().ifPresent(parent -> body.putObject("reply").put("in_reply_to_tweet_id", parent.id()));
        return body.toString();
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        var request = new Wire.Request(
                "POST",
                at(settings, "/2/tweets"),
                Map.of("content-type", "application/json"),
                frozen.body(),
                XKind.FOR_POST,
                false);
        return switch (access.carry(request, now)) {
            case Access.Passage.Carried(var reply, var secrets) -> {
                var answers = new Answers(secrets);
                yield answers.read(reply, now, answered -> read(answered, frozen, answers));
            }
            case Access.Passage.Stopped(var outcome) -> outcome;
        };
    }

    private static Optional<Outcome> read(Wire.Answered answered, Frozen frozen, Answers answers) {
        var body = Answers.json(answered);
        var id = body.path("data").path("id").asText();
        if (answered.status() < 300 && OwnPosts.isId(id)) {
            return Optional.of(new Outcome.Delivered(OwnPosts.posted(id)));
        }
        return switch (answered.status()) {
            case 402 -> Optional.of(new Outcome.AuthInvalid(answers.said(answered, "the app's credits are used up")));
            case 403 -> forbidden(answered, body, frozen, answers);
            case 429 -> capped(answered, body, answers);
            default -> Optional.empty();
        };
    }

    private static Optional<Outcome> forbidden(Wire.Answered answered, JsonNode body, Frozen frozen, Answers answers) {
        var words = body.toString().toLowerCase(Locale.ROOT);
        if (words.contains("duplicate")) {
            return Optional.of(
                    new Outcome.Unknown(answers.said(answered, "it may be there already"), DUPLICATE_SETTLES));
        }
        if (frozen.parent().isPresent() && (words.contains("reply") || words.contains("deleted"))) {
            return Optional.of(new Outcome.ParentGone(answers.said(answered, "it may not reply to the post before")));
        }
        var advice = words.contains("client-forbidden") || words.contains("oauth1-permissions")
                ? "the app may not post: give it 'Read and write' and make new tokens"
                : "check what the account and the app's plan permit, and its credits";
        return Optional.of(new Outcome.AuthInvalid(answers.said(answered, advice)));
    }

    /** A month's quota doesn't come back by waiting a little. */
    private static Optional<Outcome> capped(Wire.Answered answered, JsonNode body, Answers answers) {
        return body.path("type").asText().contains("usage-capped")
                ? Optional.of(new Outcome.AuthInvalid(answers.said(answered, "the app's quota is used up")))
                : Optional.empty();
    }

    @Override
    public Sighting newest(Instant now) {
        return own.newest(now);
    }

    @Override
    public Sighting lookUp(Frozen frozen, Claimed claimed, Instant now) {
        return own.find(frozen, claimed, now);
    }

    @Override
    public Probe probe(Instant now) {
        if (access instanceof NoAccess) {
            return new Probe.Mute(NoAccess.WHY);
        }
        return switch (ask("/2/users/me", now)) {
            case Access.Passage.Carried(var reply, var secrets) -> probed(reply, new Answers(secrets), now);
            case Access.Passage.Stopped(var outcome) -> probed(outcome);
        };
    }

    private static Probe probed(Wire.Reply reply, Answers answers, Instant now) {
        if (reply instanceof Wire.Answered answered && answered.status() == 200) {
            var name = Answers.json(answered).path("data").path("username").asText();
            if (!name.isBlank()) {
                return new Probe.Ready("@" + name, OptionalInt.empty());
            }
        }
        return probed(answers.read(reply, now, _ -> Optional.empty()));
    }

    private static Probe probed(Outcome outcome) {
        return switch (outcome) {
            case Outcome.AuthInvalid(var fix) -> new Probe.Refused(fix);
            case Outcome.Rejected(var fix) -> new Probe.Refused(fix);
            case Outcome.TargetGone(var fix) -> new Probe.Refused(fix);
            case Outcome.NotSent(var reason) -> new Probe.Unreachable(reason);
            case Outcome.Throttled(var _, var reason) -> new Probe.Unreachable(reason);
            case Outcome.Unknown(var reason, var _) -> new Probe.Unreachable(reason);
            case Outcome.Delivered _,
                    Outcome.AcceptedNoId _,
                    Outcome.AlreadyExists _,
                    Outcome.ParentGone _,
                    Outcome.TargetMoved _ -> new Probe.Unreachable("the network's answer can't be read");
        };
    }

    private Access.Passage ask(String path, Instant now) {
        return access.carry(new Wire.Request("GET", at(settings, path), Map.of(), "", XKind.FOR_POST, false), now);
    }
}
