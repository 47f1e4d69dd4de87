package dev.backonline.channel.x;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.access.Access;
import dev.backonline.channel.access.ClosedAccess;
import dev.backonline.channel.access.Passage;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Requests;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Posts as one account, and finds its posts again. */
final class XAccount implements Channel {
    /** Ours: the network says that it has the text; its list may be behind, and each look at it is paid for. */
    private static final Duration DUPLICATE_SETTLES = Duration.ofMinutes(1);

    private final Access access;
    private final Requests requests;
    private final XText text;
    private final OwnPosts own;

    XAccount(XSettings settings, Access access) {
        this.access = access;
        this.requests = new Requests(settings.api(), Map.of(), XKind.FOR_POST);
        this.text = new XText(settings.links());
        this.own = new OwnPosts(this::ask);
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
        return access.carry(requests.tell("POST", "/2/tweets", frozen.body()), now)
                .outcome(now, (answered, answers) -> read(answered, answers, frozen));
    }

    private static Optional<Outcome> read(Wire.Answered answered, Answers answers, Frozen frozen) {
        var body = Answers.json(answered);
        var id = body.at("/data/id").asText();
        if (answered.status() < 300 && OwnPosts.isId(id)) {
            return Optional.of(new Outcome.Delivered(OwnPosts.posted(id)));
        }
        return switch (answered.status()) {
            case 402 -> Optional.of(new Outcome.AuthInvalid(answers.said(answered, "the app's credits are used up")));
            case 403 -> Optional.of(forbidden(answered, answers, frozen));
            // A month's quota doesn't come back by waiting a little.
            case 429 ->
                body.path("type").asText().contains("usage-capped")
                        ? Optional.of(new Outcome.AuthInvalid(answers.said(answered, "the app's quota is used up")))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Outcome forbidden(Wire.Answered answered, Answers answers, Frozen frozen) {
        var words = Answers.json(answered).toString().toLowerCase(Locale.ROOT);
        if (words.contains("duplicate")) {
            return new Outcome.Unknown(answers.said(answered, "it may be there already"), DUPLICATE_SETTLES);
        }
        if (frozen.parent().isPresent() && (words.contains("reply") || words.contains("deleted"))) {
            return new Outcome.ParentGone(answers.said(answered, "it may not reply to the post before"));
        }
        var advice = words.contains("client-forbidden") || words.contains("oauth1-permissions")
                ? "the app may not post: give it 'Read and write' and make new tokens"
                : "check what the account and the app's plan permit, and its credits";
        return new Outcome.AuthInvalid(answers.said(answered, advice));
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
        return access instanceof ClosedAccess(var why)
                ? new Probe.Mute(why)
                : ask("/2/users/me", now).probe("/data/username", now, Passage.Accent.NONE);
    }

    private Passage ask(String path, Instant now) {
        return access.carry(requests.ask(path), now);
    }
}
