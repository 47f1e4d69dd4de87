package dev.backonline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.Spoiled.Flaw;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Posted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * All that we send to networks, and what our fakes of them answer, before TypeScript's compiler and the types that the networks or their
 * clients publish (src/test/types/networks.ts); skipped where they can't be installed. A body is assigned as a literal, so that a field that
 * the type doesn't have, a missing one and a wrong value are each an error.
 */
class PublishedTypesTest {
    /** What a network is sent, by method, target and body in one line. */
    private record Sent(String network, String type, String request) {
        boolean is(GoldenRequest golden) {
            return golden.line().matches("(?s)" + request + ".*");
        }
    }

    private static final List<Sent> SENT = List.of(
            new Sent("discord", "DiscordPost", "POST .*/messages "),
            new Sent("discord", "DiscordEdit", "PATCH "),
            new Sent("discord-webhook", "DiscordWebhookPost", "POST "),
            new Sent("discord-webhook", "DiscordWebhookEdit", "PATCH "),
            new Sent("github", "GitHubIssue", "POST .*/issues "),
            new Sent("github", "GitHubComment", "POST .*/comments "),
            new Sent("google-chat", "GoogleChatMessage", "POST "),
            new Sent("mastodon", "MastodonStatus", "POST /api/v1/statuses "),
            new Sent("matrix", "MatrixMessage", "PUT (?!.*\"m.relates_to\")"),
            new Sent("matrix", "MatrixReply", "PUT .*\"m.thread\""),
            new Sent("matrix", "MatrixEdit", "PUT .*\"m.replace\""),
            new Sent("mattermost", "MattermostPost", "POST "),
            new Sent("mattermost", "MattermostEdit", "PUT .*/patch "),
            new Sent("pagerduty", "PagerDutyEvent", "POST /v2/enqueue "),
            new Sent("pagerduty", "PagerDutyChange", "POST /v2/change/enqueue "),
            new Sent("rocket-chat", "RocketChatMessage", "POST /api/v1/chat.sendMessage "),
            new Sent("slack", "SlackPost", "POST /api/chat.postMessage "),
            new Sent("slack", "SlackEdit", "POST /api/chat.update "),
            new Sent("slack-webhook", "SlackWebhookPost", "POST "),
            new Sent("telegram", "TelegramMessage", "POST .*/sendMessage "),
            new Sent("telegram", "TelegramEdit", "POST .*/editMessageText "),
            new Sent("x", "XPost", "(POST /2/tweets)? "));

    /** No published type would judge their requests (docs/PROOF.md says why); other tests do, or what they get is ours to say. */
    private static final Set<String> WITHOUT_TYPES = Set.of(
            "bluesky", "console", "email", "http", "linkedin", "nostr", "ntfy", "teams", "threads", "webhook", "zulip");

    /** A body, where it is from, its flaw if it was given one, and what the compiler had against it. */
    private record Judged(String what, String type, JsonNode body, Optional<Spoiled> spoiled, List<String> objections) {
        Judged(String what, String type, JsonNode body) {
            this(what, type, body, Optional.empty(), List.of());
        }

        Judged against(JsonNode said) {
            return new Judged(
                    what,
                    type,
                    body,
                    spoiled,
                    said.valueStream().map(JsonNode::asText).toList());
        }
    }

    private static final List<Judged> JUDGED = new ArrayList<>();

    @BeforeAll
    static void judge() throws IOException, InterruptedException {
        var judge = NpmReader.of("types");
        var sound =
                Stream.of(requests(), turns(), answers()).flatMap(all -> all).toList();
        var all = Stream.concat(sound.stream(), spoilt(sound)).toList();
        var asked = JsonNodeFactory.instance.arrayNode();
        all.forEach(one -> asked.addObject().put("type", one.type()).set("body", one.body()));

        var said = judge.on(asked.toString());

        for (var number = 0; number < all.size(); number++) {
            JUDGED.add(all.get(number).against(said.get(number)));
        }
    }

    private static Stream<Judged> requests() {
        return networks()
                .flatMap(network -> GoldenRequest.of(network).stream()
                        .map(golden -> new Judged(golden.file(), type(network, golden), golden.body())));
    }

    private static Stream<String> networks() {
        return SENT.stream().map(Sent::network).distinct();
    }

    private static String type(String network, GoldenRequest golden) {
        var types = SENT.stream()
                .filter(sent -> sent.network().equals(network) && sent.is(golden))
                .map(Sent::type)
                .toList();
        assertThat(types).as("types of %s, %s", golden.file(), golden.line()).hasSize(1);
        return types.getFirst();
    }

    /** What closes an issue or opens it again goes before the golden requests. */
    private static Stream<Judged> turns() {
        try (var server = new ScriptedServer(_ -> Reply.of(200, "{}"))) {
            var channel = EveryNetwork.at("github", server.address());
            for (var saying : List.of(Saying.RESOLVED, Saying.AGAIN)) {
                var post = Posts.of(saying, Optional.of(new Posted("1234 42", Optional.empty())), Posts.ENGLISH);
                channel.send(Posts.frozen(channel, post), Posts.AT);
            }
            return server.received().stream()
                    .filter(request -> request.method().equals("PATCH"))
                    .map(request -> new Judged("a turn", "GitHubTurn", GoldenRequest.parsed(request.body())));
        }
    }

    private static Stream<Judged> answers() {
        return FakeAnswers.all().map(given -> new Judged("a fake's answer", given.type(), given.body()));
    }

    private static Stream<Judged> spoilt(List<Judged> sound) {
        return sound.stream().collect(Collectors.groupingBy(Judged::type)).entrySet().stream()
                .flatMap(of -> Spoiled.of(
                                of.getValue().stream().map(Judged::body).toList())
                        .stream()
                        .map(spoiled -> new Judged(
                                spoiled.field(), of.getKey(), spoiled.body(), Optional.of(spoiled), List.of())));
    }

    @Test
    void every_network_has_types_or_is_known_to_have_none() {
        var typed = networks().collect(Collectors.toSet());

        assertThat(typed).doesNotContainAnyElementsOf(WITHOUT_TYPES);
        assertThat(Stream.concat(typed.stream(), WITHOUT_TYPES.stream()))
                .containsExactlyInAnyOrderElementsOf(EveryNetwork.KINDS.keySet());
    }

    @Test
    void every_type_is_sent_and_found_right() {
        var sound = JUDGED.stream().filter(one -> one.spoiled().isEmpty()).toList();

        assertThat(sound).filteredOn(one -> !one.objections().isEmpty()).isEmpty();
        assertThat(sound)
                .extracting(Judged::type)
                .containsAll(SENT.stream().map(Sent::type).toList());
    }

    /** Fields are separated by blanks; what an object of the network's takes as it comes is open. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # type | needed | of a fixed set | open
            DiscordPost | message_reference/message_id | flags | none
            DiscordEdit | none | flags | none
            DiscordWebhookPost | none | flags | none
            DiscordWebhookEdit | none | flags | none
            GitHubIssue | title | none | none
            GitHubComment | body | none | none
            GitHubTurn | none | state state_reason | none
            GoogleChatMessage | none | none | none
            MastodonStatus | status | visibility content_type | none
            MatrixMessage | msgtype body | msgtype | none
            MatrixReply | msgtype body m.relates_to m.relates_to/rel_type m.relates_to/event_id \
                | msgtype m.relates_to/rel_type | none
            MatrixEdit | msgtype body m.new_content m.new_content/msgtype m.new_content/body m.relates_to \
                m.relates_to/rel_type m.relates_to/event_id | msgtype m.new_content/msgtype m.relates_to/rel_type | none
            MattermostPost | channel_id message | none | props/backonline_key
            MattermostEdit | none | none | none
            PagerDutyEvent | routing_key event_action payload payload/summary payload/source payload/severity links/href \
                | event_action payload/severity | payload/custom_details/incident payload/custom_details/services
            PagerDutyChange | routing_key payload payload/summary payload/timestamp payload/custom_details links links/href \
                | none | payload/custom_details/incident payload/custom_details/services
            RocketChatMessage | message | none | none
            SlackPost | channel text | none | metadata/event_payload/key
            SlackEdit | channel ts blocks/type blocks/elements blocks/elements/type blocks/elements/elements \
                blocks/elements/elements/type blocks/elements/elements/text blocks/elements/elements/url \
                | parse blocks/type blocks/elements/type blocks/elements/elements/type | none
            SlackWebhookPost | none | none | none
            TelegramMessage | chat_id text | none | none
            TelegramEdit | none | none | none
            XPost | reply/in_reply_to_tweet_id | none | none
            """)
    void a_flaw_in_what_is_sent_is_found(String type, String needed, String fixed, String open) {
        assertThat(refused(type, Flaw.LEFT_OUT)).isEqualTo(fields(needed));
        assertThat(refused(type, Flaw.MADE_UP)).isEqualTo(fields(fixed));
        assertThat(passed(type, Flaw.MISSPELT)).isEqualTo(fields(open));
        assertThat(passed(type, Flaw.OF_ANOTHER_KIND)).isEqualTo(fields(open));
    }

    private static Set<String> fields(String names) {
        return names.equals("none") ? Set.of() : Set.of(names.split(" +"));
    }

    private static Set<String> refused(String type, Flaw flaw) {
        return fields(type, flaw, false);
    }

    private static Set<String> passed(String type, Flaw flaw) {
        return fields(type, flaw, true);
    }

    private static Set<String> fields(String type, Flaw flaw, boolean pass) {
        return JUDGED.stream()
                .filter(one -> one.type().equals(type) && one.objections().isEmpty() == pass)
                .flatMap(one -> one.spoiled().stream())
                .filter(spoiled -> spoiled.flaw() == flaw)
                .map(Spoiled::field)
                .collect(Collectors.toSet());
    }

    /** What we leave for ourselves beside a post, the network gives back as it was. */
    @Test
    void what_a_fake_would_make_up_is_found() {
        var sent = SENT.stream().map(Sent::type).toList();

        var passed = JUDGED.stream()
                .filter(one -> !sent.contains(one.type()) && one.objections().isEmpty())
                .flatMap(one -> one.spoiled().stream())
                .filter(spoiled -> spoiled.flaw() == Flaw.MISSPELT || spoiled.flaw() == Flaw.OF_ANOTHER_KIND)
                .map(Spoiled::field);

        assertThat(passed)
                .isNotEmpty()
                .allMatch(field -> field.matches("(.*/)?(props/backonline_key|metadata/event_payload(/key)?)"));
    }
}
