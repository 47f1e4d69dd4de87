package dev.backonline.channel.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.Api;
import dev.backonline.channel.api.BodyFormat;
import dev.backonline.channel.api.Match;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Posts as the page of an organisation, and finds its posts again by their text. */
final class LinkedInPage implements Channel {
    private static final Pattern URN = Pattern.compile("urn:li:(?:share|ugcPost):\\d+");

    /** Ours: since the first attempt there are never so many; LinkedIn lists up to 100 at once. */
    private static final int MOST = 50;

    private static final String NO_TOKEN =
            "check the token, that it has not ended, and that its owner may post for the page";

    private final LinkedInSettings settings;
    private final Api api;
    private final Answers answers;

    LinkedInPage(LinkedInSettings settings, Wire wire) {
        this.settings = settings;
        var headers = Map.of(
                "authorization",
                "Bearer " + settings.token().value(),
                "linkedin-version",
                settings.version(),
                "x-restli-protocol-version",
                "2.0.0");
        this.api = new Api(wire, settings.api(), headers, LinkedInKind.DEADLINE);
        this.answers = new Answers(List.of(settings.token()));
    }

    @Override
    public String prepare(Post post) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("author", author())
                .put("commentary", LittleText.escaped(post.message().text()))
                .put("visibility", "PUBLIC")
                .put("lifecycleState", "PUBLISHED")
                .put("isReshareDisabledByAuthor", false);
        body.putObject("distribution").put("feedDistribution", "MAIN_FEED").putArray("targetEntities");
        return body.toString();
    }

    private String author() {
        return "urn:li:organization:" + settings.organization();
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        return answers.read(api.tell("POST", "/rest/posts", frozen.body()), now, this::read);
    }

    private Optional<Outcome> read(Wire.Answered answered) {
        if (answered.status() == 201) {
            return answered.header("x-restli-id").flatMap(LinkedInPage::posted).map(Outcome.Delivered::new);
        }
        if (answered.body().contains("DUPLICATE_POST")) {
            return Optional.of(new Outcome.AlreadyExists(posted(answered.body())));
        }
        return answered.status() == 426 || answered.body().contains("NONEXISTENT_VERSION")
                ? Optional.of(new Outcome.AuthInvalid(
                        answers.said(answered, "this version of the API is over: give version a newer month")))
                : Optional.empty();
    }

    /** The first post that is named here. */
    private static Optional<Posted> posted(String text) {
        return URN.matcher(text)
                .results()
                .map(urn -> urn.group())
                .findFirst()
                .map(urn -> new Posted(
                        urn, Optional.of(URI.create("https://www.linkedin.com/feed/update/%s/".formatted(urn)))));
    }

    @Override
    public Sighting newest(Instant now) {
        return onList(
                1,
                list -> list.stream()
                        .flatMap(post -> posted(post.path("id").asText()).stream())
                        .findFirst());
    }

    @Override
    public Sighting lookUp(Frozen frozen, Claimed claimed, Instant now) {
        var text = LittleText.words(frozen.text());
        var match = new Match(
                frozen,
                claimed,
                (landmark, id) -> id.equals(landmark),
                shown -> LittleText.words(shown).equals(text));
        return onList(
                MOST,
                list -> list.stream()
                        .flatMap(post -> posted(post.path("id").asText()).stream()
                                .filter(posted -> match.isIt(listed(post, posted, frozen))))
                        .findFirst());
    }

    /** A post has no parent. */
    private static Match.Listed listed(JsonNode post, Posted posted, Frozen frozen) {
        return new Match.Listed(
                posted,
                frozen.parent().map(Posted::id),
                post.path("commentary").asText(),
                Optional.of(post.path("createdAt"))
                        .filter(JsonNode::isIntegralNumber)
                        .map(millis -> Instant.ofEpochMilli(millis.longValue())));
    }

    private Sighting onList(int most, Function<List<JsonNode>, Optional<Posted>> choice) {
        var reply = list(most);
        return Answers.yes(reply)
                .map(body -> body.path("elements"))
                .filter(JsonNode::isArray)
                .map(elements -> Sighting.of(choice.apply(elements.valueStream().toList())))
                .orElseGet(() -> answers.unavailable(reply));
    }

    /** A list that may be read shows that the token is good, though not that it may post. */
    @Override
    public Probe probe(Instant now) {
        var reply = list(1);
        return Answers.yes(reply)
                        .filter(body -> body.path("elements").isArray())
                        .isPresent()
                ? Probe.ready("organization " + settings.organization())
                : answers.refused(reply, NO_TOKEN);
    }

    private Wire.Reply list(int most) {
        var path = "/rest/posts?author=%s&q=author&count=%d&sortBy=LAST_MODIFIED"
                .formatted(BodyFormat.FORM.escaped(author()), most);
        return api.tell("GET", path, "", Map.of("x-restli-method", "FINDER"));
    }
}
