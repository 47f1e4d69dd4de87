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
import dev.backonline.channel.api.ErrorTable;
import dev.backonline.channel.api.Requests;
import dev.backonline.channel.api.Self;
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

    /** Parts of what the network says; what is not among them it says by its status. */
    private static final ErrorTable ERRORS = ErrorTable.of("""
            auth invalid | 402_ | the app's credits are used up
            auth invalid | usage-capped | the app's quota is used up
            parent gone  | reply deleted | it may not reply to the post before
            auth invalid | client-forbidden oauth1-permissions \
                         | the app may not post: give it 'Read and write' and make new tokens
            auth invalid | 403_ | check what the account and the app's plan permit, and its credits
            """);

    private final Access access;
    private final Requests requests;
    private final XText text;
    private final Self<Passage> self = new Self<>(passage -> Self.id(passage.yes(), "/data/id"), Passage::unavailable);

    XAccount(XSettings settings, Access access) {
        this.access = access;
        this.requests = new Requests(settings.api(), Map.of(), XKind.FOR_POST);
        this.text = new XText(settings.links());
    }

    /** Nothing but what the network's schema names. */
    @Override
    public String prepare(Post post) {
        var body = JsonNodeFactory.instance.objectNode();
        var at = post.at().atZone(post.identity().zone());
        body.put("text", text.posted(post.message().text(), at));
        post.parent().ifPresent(parent -> body.putObject("reply").put("in_reply_to_tweet_id", parent.id()));
        return body.toString();
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        return access.carry(requests.tell("POST", "/2/tweets", frozen.body()), now)
                .outcome(now, (answered, answers) -> read(answered, answers, frozen, now));
    }

    private static Optional<Outcome> read(Wire.Answered answered, Answers answers, Frozen frozen, Instant now) {
        var body = Answers.json(answered);
        var id = body.at("/data/id").asText();
        if (answered.status() < 300 && OwnPosts.isId(id)) {
            return Optional.of(new Outcome.Delivered(OwnPosts.posted(id)));
        }
        var sentence = switch (answered.status()) {
            case 402, 403 -> "%d %s".formatted(answered.status(), body);
            // A month's quota doesn't come back by waiting a little.
            case 429 -> body.path("type").asText();
            default -> "";
        };
        return sentence.toLowerCase(Locale.ROOT).contains("duplicate")
                ? Optional.of(new Outcome.Unknown(answers.said(answered, "it may be there already"), DUPLICATE_SETTLES))
                : ERRORS.heard(sentence, frozen.parent().isPresent(), answered, answers, now);
    }

    @Override
    public Sighting newest(Instant now) {
        return own(now).newest();
    }

    @Override
    public Sighting lookUp(Frozen frozen, Claimed claimed, Instant now) {
        return own(now).find(frozen, claimed);
    }

    @Override
    public Probe probe(Instant now) {
        return access instanceof ClosedAccess(var why)
                ? new Probe.Mute(why)
                : ask(OwnPosts.WHO, now).probe("/data/username", now, Passage.Accent.NONE);
    }

    private Passage ask(String path, Instant now) {
        return access.carry(requests.ask(path), now);
    }

    private OwnPosts own(Instant now) {
        return new OwnPosts(path -> ask(path, now), self);
    }
}
