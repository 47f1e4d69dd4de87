package dev.backonline.channel.bluesky;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Probe;
import dev.backonline.channel.access.Access;
import dev.backonline.channel.access.BearerAccess;
import dev.backonline.channel.access.Renewals;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Requests;
import dev.backonline.channel.atproto.RecordKey;
import dev.backonline.channel.jwt.JsonWebToken;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Posts as one account. A post is a record under a key that we choose, put there: the same record put twice is one post, so that a
 * repeat needs no look first. A record that was deleted would come back by it, which is why nobody repeats what is known to be there.
 */
final class BlueskyAccount implements Channel {
    private static final String COLLECTION = "app.bsky.feed.post";

    private final BlueskySettings settings;
    private final Requests requests;
    private final Renewals renewals;
    private final Access access;

    BlueskyAccount(BlueskySettings settings, Outfit outfit) {
        this.settings = settings;
        this.requests = Xrpc.requests(settings.server(), BlueskyKind.FOR_POST);
        var sessions = new Sessions(settings, outfit.wire());
        this.renewals = new Renewals(outfit.keyring(), sessions, settings.origin());
        this.access = new BearerAccess(
                outfit.wire(), renewals, List.of(settings.appPassword()), BlueskyAccount::isRefusedToken);
    }

    /** That of the session: it is renewed whenever it is used, so its end comes near only if that fails for weeks. */
    @Override
    public Optional<Instant> ending() {
        return renewals.last().flatMap(session -> JsonWebToken.end(session.refresh()));
    }

    /** Frozen before there is a session, so it names the account as the file does: {@code repo} takes a handle as well as a DID. */
    @Override
    public String prepare(Post post) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("repo", settings.handle());
        body.put("collection", COLLECTION);
        body.put("rkey", RecordKey.of(post.key(), post.at()).text());
        var thread = post.parent().flatMap(Reference.Conversation::after);
        var entry = body.putObject("record");
        entry.put("$type", COLLECTION);
        entry.put("text", post.message().text());
        entry.put("createdAt", post.at().toString());
        entry.putArray("langs").add(post.message().language().toLanguageTag());
        var facets = BlueskyText.facets(post.message().text());
        if (!facets.isEmpty()) {
            entry.set("facets", facets);
        }
        thread.ifPresent(replied -> reply(entry.putObject("reply"), replied));
        return body.toString();
    }

    private static void reply(ObjectNode reply, Reference.Conversation thread) {
        name(reply.putObject("root"), thread.root());
        name(reply.putObject("parent"), thread.parent());
    }

    private static void name(ObjectNode node, Reference reference) {
        node.put("uri", reference.uri()).put("cid", reference.cid());
    }

    /** A refused token surely put nothing, so the one attempt may be made with the next one. */
    @Override
    public Outcome send(Frozen frozen, Instant now) {
        var put = requests.tell("POST", "/com.atproto.repo.putRecord", frozen.body());
        return access.carry(put, now)
                .outcome(
                        now,
                        (answered, answers) -> posted(answered, frozen)
                                .<Outcome>map(Outcome.Delivered::new)
                                .or(() -> Xrpc.refused(answered, answers, now)));
    }

    private static boolean isRefusedToken(Wire.Answered answered) {
        return Xrpc.isTokenOver(answered)
                || (answered.status() == 401 && !Xrpc.error(answered).startsWith("Account"));
    }

    private static Optional<Posted> posted(Wire.Answered answered, Frozen frozen) {
        return Answers.yes(answered)
                .flatMap(body ->
                        Reference.of(body.path("uri").asText(), body.path("cid").asText()))
                .map(made -> made.posted(frozen.parent().flatMap(Reference.Conversation::after)));
    }

    @Override
    public Probe probe(Instant now) {
        var whose = requests.within(BlueskyKind.FOR_SESSION).ask("/com.atproto.server.getSession");
        return access.carry(whose, now)
                .probe("/handle", now, (answered, answers) -> Xrpc.refused(answered, answers, now));
    }
}
