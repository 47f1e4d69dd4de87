package dev.backonline.channel.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Api;
import dev.backonline.channel.api.Match;
import dev.backonline.check.Wire;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens an issue for each incident, comments on it, and closes it with the last word. */
final class GitHubRepository implements Channel {
    /** docs.github.com, rest, issues: the most that one answer lists. */
    private static final int PAGE = 100;

    private static final String NO_RIGHT =
            "the token may not write issues there: check repository and the token's permissions";

    private final GitHubSettings settings;
    private final Api api;
    private final Answers answers;

    GitHubRepository(GitHubSettings settings, Wire wire) {
        this.settings = settings;
        var root = settings.api().toString().replaceFirst("/+$", "") + "/repos/" + settings.repository();
        var headers = Map.of(
                "authorization", "Bearer " + settings.token().value(),
                "accept", "application/vnd.github+json",
                "x-github-api-version", "2022-11-28");
        this.api = new Api(wire, URI.create(root), headers, GitHubKind.DEADLINE);
        this.answers = new Answers(List.of(settings.token()));
    }

    @Override
    public String prepare(Post post) {
        return new IssueText(post, settings.labels()).json();
    }

    /**
     * The issue is closed, or opened again, before the comment is made: that may be repeated as often as need be. An issue that is its own
     * last word is closed after it was made, and if that fails it stays open.
     */
    @Override
    public Outcome send(Frozen frozen, Instant now) {
        var issue = frozen.parent().map(IssueMark::issue);
        var turned = issue.flatMap(number -> turn(frozen, number));
        if (turned.filter(reply -> !isDone(reply)).isPresent()) {
            return answers.read(turned.get(), now, answered -> refused(answered, frozen, now));
        }
        var path = issue.map(number -> "/issues/%s/comments".formatted(number)).orElse("/issues");
        var made = api.tell("POST", path, frozen.body());
        var outcome = answers.read(made, now, answered -> read(answered, frozen, now));
        if (outcome instanceof Outcome.Delivered(Posted(var id, var _)) && issue.isEmpty()) {
            turn(frozen, id);
        }
        return outcome;
    }

    /** Where a word ends an issue, or begins it anew. */
    private Optional<Wire.Reply> turn(Frozen frozen, String issue) {
        return state(frozen.saying(), frozen.parent().isPresent())
                .map(state -> api.tell("PATCH", "/issues/" + issue, state.toString()));
    }

    private static Optional<ObjectNode> state(Saying saying, boolean known) {
        var state = JsonNodeFactory.instance.objectNode();
        if (saying.isLastWord()) {
            return Optional.of(state.put("state", "closed").put("state_reason", "completed"));
        }
        return known && (saying == Saying.AGAIN || saying == Saying.INTERMITTENT)
                ? Optional.of(state.put("state", "open"))
                : Optional.empty();
    }

    private static boolean isDone(Wire.Reply reply) {
        return reply instanceof Wire.Answered answered && answered.status() == 200;
    }

    private Optional<Outcome> read(Wire.Answered answered, Frozen frozen, Instant now) {
        var posted = IssueMark.posted(Answers.json(answered), frozen.parent().map(IssueMark::issue));
        return answered.status() == 201 && posted.isPresent()
                ? posted.map(Outcome.Delivered::new)
                : refused(answered, frozen, now);
    }

    /** docs.github.com, rest: what may not be seen is 404; too much is 403 as well as 429. */
    private Optional<Outcome> refused(Wire.Answered answered, Frozen frozen, Instant now) {
        return switch (answered.status()) {
            case 403 ->
                Optional.of(
                        isTooMuch(answered)
                                ? answers.throttled(answered, now)
                                : new Outcome.AuthInvalid(answers.said(answered, NO_RIGHT)));
            case 404, 410 ->
                frozen.parent()
                        .<Outcome>map(_ ->
                                new Outcome.ParentGone(answers.said(answered, "the issue that it belongs to is gone")))
                        .or(() -> Optional.of(new Outcome.TargetGone(answers.said(
                                answered, "there is no such repository for this token, or it has no issues"))));
            default -> Optional.empty();
        };
    }

    private static boolean isTooMuch(Wire.Answered answered) {
        return answered.header("retry-after").isPresent()
                || answered.header("x-ratelimit-remaining").filter("0"::equals).isPresent()
                || answered.body().contains("secondary rate limit");
    }

    /** The mark alone decides: nobody knew it before. The oldest with it is ours, and others have quoted it. */
    @Override
    public Sighting lookUp(Frozen frozen, Claimed claimed, Instant now) {
        var issue = frozen.parent().map(IssueMark::issue);
        var list = issue.map(number -> "/issues/%s/comments?".formatted(number))
                .orElse("/issues?state=all&sort=created&direction=asc&");
        var since = Match.since(frozen).truncatedTo(ChronoUnit.SECONDS);
        var reply = api.ask("%sper_page=%d&since=%s".formatted(list, PAGE, since));
        return Answers.yes(reply)
                .filter(JsonNode::isArray)
                .map(listed -> choose(listed, frozen, issue))
                .orElseGet(() -> answers.unavailable(reply));
    }

    private static Sighting choose(JsonNode listed, Frozen frozen, Optional<String> issue) {
        var made = listed.valueStream()
                .filter(new IssueMark(frozen.key())::isIn)
                .flatMap(one -> IssueMark.posted(one, issue).stream())
                .findFirst();
        if (made.isEmpty() && listed.size() >= PAGE) {
            return new Sighting.Unavailable(
                    "the repository has too many newer texts to look through", Optional.empty());
        }
        return made.<Sighting>map(Sighting.Seen::new).orElseGet(Sighting.Nothing::new);
    }

    /** Whether the token sees the repository; what it may do there GitHub doesn't say. */
    @Override
    public Probe probe(Instant now) {
        var reply = api.ask("");
        var body = Answers.yes(reply);
        if (body.filter(it -> !it.path("has_issues").asBoolean(true)
                        || it.path("archived").asBoolean())
                .isPresent()) {
            return new Probe.Refused("the repository is archived, or its issues are switched off");
        }
        return body.map(it -> it.path("full_name").asText())
                .filter(name -> !name.isEmpty())
                .map(Probe::ready)
                .orElseGet(() -> answers.refused(reply, "the token doesn't see this repository"));
    }
}
