package dev.backonline.channel.threads;

import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.access.Access;
import dev.backonline.channel.access.Passage;
import dev.backonline.channel.access.Renewals;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.BodyFormat;
import dev.backonline.channel.graph.GraphAccess;
import dev.backonline.channel.graph.GraphErrors;
import dev.backonline.channel.graph.LongLivedToken;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Posts to one profile in two steps: a container, which does no harm, and its publication, which happens once. */
final class ThreadsProfile implements Channel {
    /** DESIGN §5. */
    private static final Duration SETTLES = Duration.ofSeconds(10);

    private final ThreadsSettings settings;
    private final LongLivedToken token;
    private final Renewals renewals;
    private final Access access;
    private final OwnThreads own;

    /** Containers that may have been published, by the keys of their posts: Threads publishes none of them twice. */
    private final Map<String, String> doubtful = new ConcurrentHashMap<>();

    ThreadsProfile(ThreadsSettings settings, Outfit outfit) {
        this.settings = settings;
        this.token = new LongLivedToken(outfit.wire(), settings.requests(), "th_refresh_token", settings.token());
        this.renewals = new Renewals(outfit.keyring(), token, token.origin());
        this.access =
                new GraphAccess(outfit.wire(), token, Optional.of(renewals).filter(_ -> settings.renew()));
        this.own = new OwnThreads(settings.user(), this::ask);
    }

    @Override
    public String prepare(Post post) {
        var text = BodyFormat.FORM.escaped(ThreadsText.neutral(post.message().text()));
        var reply = post.parent()
                .map(parent -> "&reply_to_id=" + BodyFormat.FORM.escaped(parent.id()))
                .orElse("");
        return "media_type=TEXT&text=%s%s".formatted(text, reply);
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        var known = Optional.ofNullable(doubtful.get(frozen.key()));
        return known.map(container -> publishedAgain(frozen, container, now)).orElseGet(() -> posted(frozen, now));
    }

    private Outcome posted(Frozen frozen, Instant now) {
        return switch (tell("/threads", frozen.body(), ThreadsKind.FOR_QUESTION, now)) {
            case Outcome.Delivered(var container) -> published(frozen, container.id(), now);
            case Outcome.Unknown(var reason, var _) -> new Outcome.NotSent("no container: " + reason);
            case Outcome other -> other;
        };
    }

    private Outcome published(Frozen frozen, String container, Instant now) {
        doubtful.put(frozen.key(), container);
        var form = "creation_id=" + BodyFormat.FORM.escaped(container);
        var outcome = tell("/threads_publish", form, ThreadsKind.FOR_PUBLISHING, now);
        if (!(outcome instanceof Outcome.Unknown)) {
            doubtful.remove(frozen.key());
        }
        return outcome instanceof Outcome.Delivered(var posted)
                ? new Outcome.Delivered(own.withLink(posted, now))
                : outcome;
    }

    /** What is said of a container that may be published already may mean just that. */
    private Outcome publishedAgain(Frozen frozen, String container, Instant now) {
        var outcome = published(frozen, container, now);
        return outcome instanceof Outcome.Rejected(var fix) ? new Outcome.Unknown(fix, SETTLES) : outcome;
    }

    private Outcome tell(String path, String form, Duration patience, Instant now) {
        var request = settings.requests().within(patience).form("/v1.0/%s%s".formatted(settings.user(), path), form);
        return access.carry(request, now)
                .outcome(
                        now,
                        (answered, answers) -> id(answered)
                                .<Outcome>map(id -> new Outcome.Delivered(new Posted(id, Optional.empty())))
                                .or(() -> GraphErrors.no(answered, answers, now)));
    }

    private static Optional<String> id(Wire.Answered answered) {
        return Answers.yes(answered).map(body -> body.path("id").asText()).filter(id -> id.matches("\\d+"));
    }

    @Override
    public Sighting newest(Instant now) {
        return own.newest(now);
    }

    @Override
    public Sighting lookUp(Frozen frozen, Claimed claimed, Instant now) {
        return own.find(frozen, claimed, Optional.ofNullable(doubtful.get(frozen.key())), now);
    }

    @Override
    public Probe probe(Instant now) {
        return GraphAccess.probe(ask("/%s?fields=username".formatted(settings.user()), now));
    }

    private Passage ask(String path, Instant now) {
        return access.carry(settings.requests().ask("/v1.0" + path), now);
    }

    @Override
    public Optional<Instant> ending() {
        return renewals.last().flatMap(token::end);
    }
}
