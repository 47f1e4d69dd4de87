package dev.backonline.channel.bluesky;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backonline.catalog.Secret;
import dev.backonline.channel.Answers;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Keyring.Credentials;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Renewals;
import dev.backonline.channel.Renewals.Issue;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Posts as one account. A post is a record under a key that we choose, put there: the same record put twice is one post, so that a
 * repeat needs no look first. A record that was deleted would come back by it, which is why nobody repeats what is known to be there.
 */
final class BlueskyAccount implements Channel {
    private static final String COLLECTION = "app.bsky.feed.post";

    /** An access token that is over; the reference server says it with 400, others with 401. */
    private static final Set<String> REFUSED_TOKEN = Set.of("ExpiredToken", "InvalidToken");

    private final BlueskySettings settings;
    private final Xrpc xrpc;
    private final Renewals renewals;

    BlueskyAccount(BlueskySettings settings, Outfit outfit) {
        this.settings = settings;
        this.xrpc = new Xrpc(settings.server(), outfit.wire());
        var sessions = new Sessions(settings, xrpc);
        this.renewals = new Renewals(outfit.keyring(), sessions, sessions.origin());
    }

    /** That of the session: it is renewed whenever it is used, so its end comes near only if that fails for weeks. */
    @Override
    public Optional<Instant> ending() {
        return renewals.last().flatMap(session -> Sessions.end(session.refresh()));
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
        return switch (renewals.current(now)) {
            case Issue.Given(var session) -> {
                var reply = put(session, frozen);
                yield isRefusedToken(reply) ? sendAgain(session, frozen, now) : read(reply, session, frozen, now);
            }
            case Issue.Withheld(var outcome) -> outcome;
            case Issue.Spent() -> new Outcome.AuthInvalid("there is no session");
        };
    }

    private Outcome sendAgain(Credentials refused, Frozen frozen, Instant now) {
        return switch (renewals.instead(refused, now)) {
            case Issue.Given(var session) -> read(put(session, frozen), session, frozen, now);
            case Issue.Withheld(var outcome) -> outcome;
            case Issue.Spent() -> new Outcome.AuthInvalid("there is no session");
        };
    }

    private Wire.Reply put(Credentials session, Frozen frozen) {
        return xrpc.post("com.atproto.repo.putRecord", session.access(), frozen.body());
    }

    private static boolean isRefusedToken(Wire.Reply reply) {
        return reply instanceof Wire.Answered answered
                && (REFUSED_TOKEN.contains(Xrpc.error(answered))
                        || (answered.status() == 401 && !Xrpc.error(answered).startsWith("Account")));
    }

    private Outcome read(Wire.Reply reply, Credentials session, Frozen frozen, Instant now) {
        var secrets = secrets(session);
        return new Answers(secrets)
                .read(
                        reply,
                        now,
                        answered -> posted(answered, frozen)
                                .<Outcome>map(Outcome.Delivered::new)
                                .or(() -> Xrpc.refused(answered, secrets)));
    }

    private static Optional<Posted> posted(Wire.Answered answered, Frozen frozen) {
        var body = Answers.json(answered);
        return answered.status() == 200
                ? Reference.of(body.path("uri").asText(), body.path("cid").asText())
                        .map(made -> made.posted(frozen.parent().flatMap(Reference.Conversation::after)))
                : Optional.empty();
    }

    private List<Secret> secrets(Credentials session) {
        return List.of(settings.appPassword(), session.access(), session.refresh());
    }

    @Override
    public Probe probe(Instant now) {
        return switch (renewals.current(now)) {
            case Issue.Given(var session) -> {
                var reply = whose(session);
                yield isRefusedToken(reply) ? probeAgain(session, now) : probed(reply, session, now);
            }
            case Issue.Withheld(var outcome) -> probed(outcome);
            case Issue.Spent() -> new Probe.Refused("there is no session");
        };
    }

    private Probe probeAgain(Credentials refused, Instant now) {
        return switch (renewals.instead(refused, now)) {
            case Issue.Given(var session) -> probed(whose(session), session, now);
            case Issue.Withheld(var outcome) -> probed(outcome);
            case Issue.Spent() -> new Probe.Refused("there is no session");
        };
    }

    private Wire.Reply whose(Credentials session) {
        return xrpc.ask("com.atproto.server.getSession", session.access());
    }

    private Probe probed(Wire.Reply reply, Credentials session, Instant now) {
        if (reply instanceof Wire.Answered answered && answered.status() == 200) {
            var handle = Answers.json(answered).path("handle").asText();
            if (!handle.isBlank()) {
                return new Probe.Ready("@" + handle, OptionalInt.empty());
            }
        }
        var secrets = secrets(session);
        return probed(new Answers(secrets).read(reply, now, answered -> Xrpc.refused(answered, secrets)));
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
                    Outcome.TargetMoved _ -> new Probe.Unreachable("the server's answer can't be read");
        };
    }
}
