package dev.backonline.channel.threads;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Answers;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Renewals;
import dev.backonline.channel.Renewals.Issue;
import dev.backonline.channel.Sighting;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Posts to one profile in two steps: a container, which does no harm, and its publication, which happens once. */
final class ThreadsProfile implements Channel {
    /** DESIGN §5. */
    private static final Duration SETTLES = Duration.ofSeconds(10);

    private static final String NO_TOKEN = "the token is not taken: give the file a new one";

    private final ThreadsSettings settings;
    private final Wire wire;
    private final Tokens tokens;
    private final OwnThreads own;
    private final Renewals renewals;

    /** Containers that may have been published, by the keys of their posts: Threads publishes none of them twice. */
    private final Map<String, String> doubtful = new ConcurrentHashMap<>();

    ThreadsProfile(ThreadsSettings settings, Outfit outfit) {
        this.settings = settings;
        this.wire = outfit.wire();
        this.tokens = new Tokens(settings, wire);
        this.own = new OwnThreads(settings, wire);
        this.renewals = new Renewals(outfit.keyring(), tokens, tokens.origin());
    }

    @Override
    public String prepare(Post post) {
        var reply = post.parent()
                .map(parent -> "&reply_to_id=" + GraphAnswers.encoded(parent.id()))
                .orElse("");
        return "media_type=TEXT&text=%s%s"
                .formatted(
                        GraphAnswers.encoded(ThreadsText.neutral(post.message().text())), reply);
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        return switch (issue(now)) {
            case Issue.Given(var given) -> {
                var known = Optional.ofNullable(doubtful.get(frozen.key()));
                yield known.isPresent()
                        ? publishedAgain(frozen, known.get(), given.access(), now)
                        : posted(frozen, given.access(), now);
            }
            case Issue.Withheld(var outcome) -> outcome;
            case Issue.Spent() -> new Outcome.AuthInvalid(NO_TOKEN);
        };
    }

    private Issue issue(Instant now) {
        return settings.renew() ? renewals.current(now) : tokens.first(now);
    }

    private Outcome posted(Frozen frozen, Secret token, Instant now) {
        var reply = post("/threads", frozen.body(), token, ThreadsKind.FOR_QUESTION);
        return switch (read(reply, token, now)) {
            case Outcome.Delivered(var container) -> published(frozen, container.id(), token, now);
            case Outcome.Unknown(var reason, var _) -> new Outcome.NotSent("no container: " + reason);
            case Outcome other -> other;
        };
    }

    private Outcome published(Frozen frozen, String container, Secret token, Instant now) {
        doubtful.put(frozen.key(), container);
        var form = "creation_id=" + GraphAnswers.encoded(container);
        var outcome = read(post("/threads_publish", form, token, ThreadsKind.FOR_PUBLISHING), token, now);
        if (!(outcome instanceof Outcome.Unknown)) {
            doubtful.remove(frozen.key());
        }
        return outcome instanceof Outcome.Delivered(var posted)
                ? new Outcome.Delivered(own.withLink(posted, token))
                : outcome;
    }

    /** What is said of a container that may be published already may mean just that. */
    private Outcome publishedAgain(Frozen frozen, String container, Secret token, Instant now) {
        var outcome = published(frozen, container, token, now);
        return outcome instanceof Outcome.Rejected(var fix) ? new Outcome.Unknown(fix, SETTLES) : outcome;
    }

    private Outcome read(Wire.Reply reply, Secret token, Instant now) {
        var answers = answers(token);
        return answers.read(
                reply,
                now,
                answered -> id(answered)
                        .<Outcome>map(id -> new Outcome.Delivered(new Posted(id, Optional.empty())))
                        .or(() -> new GraphAnswers(answers, now).no(answered)));
    }

    private Answers answers(Secret token) {
        return new Answers(List.of(settings.token(), token));
    }

    private static Optional<String> id(Wire.Answered answered) {
        return answered.status() == 200
                ? Optional.of(Answers.json(answered).path("id").asText()).filter(id -> id.matches("\\d+"))
                : Optional.empty();
    }

    @Override
    public Sighting newest(Instant now) {
        return withToken(now, own::newest);
    }

    @Override
    public Sighting lookUp(Frozen frozen, Claimed claimed, Instant now) {
        var container = Optional.ofNullable(doubtful.get(frozen.key()));
        return withToken(now, token -> own.find(new OwnThreads.Sought(frozen, claimed, container, now), token));
    }

    private Sighting withToken(Instant now, Function<Secret, Sighting> look) {
        return issue(now) instanceof Issue.Given(var given)
                ? look.apply(given.access())
                : new Sighting.Unavailable(NO_TOKEN, Optional.empty());
    }

    @Override
    public Probe probe(Instant now) {
        if (!(issue(now) instanceof Issue.Given(var given))) {
            return new Probe.Unreachable(NO_TOKEN);
        }
        var reply = own.ask("/%s?fields=username".formatted(settings.user()), given.access());
        var name =
                Answers.yes(reply).map(body -> body.path("username").asText()).filter(word -> !word.isEmpty());
        return name.map(word -> Probe.ready("@" + word))
                .orElseGet(() -> GraphAnswers.isRefusal(reply)
                        ? new Probe.Refused(answers(given.access()).said((Wire.Answered) reply, NO_TOKEN))
                        : answers(given.access()).refused(reply, NO_TOKEN));
    }

    /** Of a token that was never renewed nobody has said when it ends. */
    @Override
    public Optional<Instant> ending() {
        return renewals.last()
                .filter(kept -> !kept.access().equals(settings.token()))
                .map(kept -> kept.expires().minus(Tokens.RENEWED_AFTER).plus(Tokens.LIVES));
    }

    /** The token is what opens the door, so it rests in no database. */
    private Wire.Reply post(String path, String form, Secret token, Duration timeout) {
        return wire.exchange(new Wire.Request(
                "POST",
                Tokens.address(settings, "/v1.0/%s%s".formatted(settings.user(), path)),
                Map.of("content-type", "application/x-www-form-urlencoded"),
                "%s&access_token=%s".formatted(form, GraphAnswers.encoded(token.value())),
                timeout,
                false));
    }
}
