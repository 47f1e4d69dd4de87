package dev.backonline.channel.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Keyring.Credentials;
import dev.backonline.channel.NetworkContract;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.PocketKeyring;
import dev.backonline.channel.Posts;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.check.Wire;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlueskyAccountTest extends NetworkContract {
    private static final BlueskyKind KIND = new BlueskyKind();
    private static final String URI_OF_POST = "at://did:plc:abc/app.bsky.feed.post/3m6abcdefghij";
    private static final Posted FIRST =
            new Posted("at://did:plc:abc/app.bsky.feed.post/3m6first00000 bafyfirst", Optional.empty());

    static BlueskySettings settings(URI server) {
        return new BlueskySettings(server, "status.example.org", new Secret(TOKEN));
    }

    /** One that has a session, so that what a server answers is about the post. */
    @Override
    protected Channel channel(URI server, Wire wire) {
        var settings = settings(server);
        var session = new Credentials(
                new Secret("made-up-access"),
                new Secret("made-up-refresh"),
                Posts.AT.plusSeconds(3_600),
                settings.origin());
        return KIND.create(settings, new Outfit(wire, PocketKeyring.of(session)));
    }

    @Override
    protected String type() {
        return "bluesky";
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(settings(URI.create("https://social.example.org")));
    }

    @Override
    protected Reply yes() {
        return Reply.of(200, "{\"uri\":\"%s\",\"cid\":\"bafyreply\"}".formatted(URI_OF_POST));
    }

    @Override
    protected Posted parent() {
        return FIRST;
    }

    @Test
    void a_yes_names_the_posts_place_content_and_address() {
        var outcome = send(Posts.saying("Text"));

        var link = URI.create("https://bsky.app/profile/did:plc:abc/post/3m6abcdefghij");
        assertThat(outcome).isEqualTo(new Outcome.Delivered(new Posted(URI_OF_POST + " bafyreply", Optional.of(link))));
    }

    @Test
    void a_reply_remembers_where_its_thread_began() {
        var second = ((Outcome.Delivered) send(Posts.of(Saying.STILL, Optional.of(FIRST), Posts.ENGLISH))).posted();

        send(Posts.of(Saying.RESOLVED, Optional.of(second), Posts.ENGLISH));

        assertThat(second.id()).isEqualTo("%s bafyreply %s".formatted(URI_OF_POST, FIRST.id()));
        assertThat(server().last().body())
                .contains(
                        "\"root\":{\"uri\":\"at://did:plc:abc/app.bsky.feed.post/3m6first00000\",\"cid\":\"bafyfirst\"}")
                .contains("\"parent\":{\"uri\":\"%s\",\"cid\":\"bafyreply\"}".formatted(URI_OF_POST));
    }

    @Test
    void a_parent_that_nobody_can_name_is_left_out() {
        send(Posts.saying("Text", Optional.of(new Posted("parent-1", Optional.empty()))));

        assertThat(server().last().body()).doesNotContain("\"reply\"");
    }

    @Test
    void a_server_below_a_path_is_found() {
        var channel = channel(URI.create(server().address() + "/pds/"), wire());

        channel.send(Posts.frozen(channel, Posts.saying("Text")), Posts.AT);

        assertThat(server().last().target()).isEqualTo("/pds/xrpc/com.atproto.repo.putRecord");
    }

    @ParameterizedTest
    @CsvSource({
        "400, AccountTakedown, AuthInvalid",
        "401, AccountDeactivated, AuthInvalid",
        "400, AuthenticationRequired, AuthInvalid",
        "400, InvalidSwap, NotSent",
        "400, InvalidRequest, Rejected",
        "500, InternalServerError, Unknown",
    })
    void an_error_is_read_by_its_name(int status, String name, String outcome) {
        var body = "{\"error\":\"%s\",\"message\":\"Words of the server\"}".formatted(name);

        assertThat(answered(Reply.of(status, body)).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello | 5",
                "👨‍👩‍👧‍👦 | 3",
                "è | 1",
                "https://status.example.org/incidents/k3xw9b2m4q7z | 49",
            })
    void the_length_is_what_the_server_counts(String text, int length) {
        assertThat(capabilities().limit().measure().of(text)).isEqualTo(length);
    }

    @Test
    void three_thousand_bytes_are_the_most_however_few_characters_they_are() {
        var family = "👨‍👩‍👧‍👦";

        assertThat(capabilities().limit().admits(family.repeat(120))).isTrue();
        assertThat(capabilities().limit().admits(family.repeat(121))).isFalse();
        assertThat(capabilities().limit().admits("è".repeat(300))).isTrue();
        assertThat(capabilities().limit().admits("è".repeat(301))).isFalse();
    }

    @Test
    void links_are_placed_by_bytes_and_end_before_punctuation() {
        var facets = BlueskyText.facets("Però: 👍 https://a.example/x. (https://b.example/y), #tag @you.example");

        assertThat(facets).hasSize(2);
        assertThat(facets.get(0).path("index").toString()).isEqualTo("{\"byteStart\":12,\"byteEnd\":31}");
        assertThat(facets.get(0).path("features").toString())
                .isEqualTo("[{\"$type\":\"app.bsky.richtext.facet#link\",\"uri\":\"https://a.example/x\"}]");
        assertThat(facets.get(1).path("index").toString()).isEqualTo("{\"byteStart\":34,\"byteEnd\":53}");
    }

    @Test
    void a_repeat_is_the_same_post() {
        assertThat(capabilities().repeat()).isEqualTo(new Capabilities.Repeat.Same());
        assertThat(capabilities().deadline()).isLessThanOrEqualTo(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @CsvSource({"status.example.org, 0", "did:plc:abc, 0", "@status.example.org, 1", "status, 1", "me@example.org, 1"})
    void a_handle_is_checked(String handle, int mistakes) {
        var settings = new BlueskySettings(URI.create("https://social.example.org"), handle, new Secret(TOKEN));

        assertThat(KIND.mistakes(settings)).hasSize(mistakes);
        assertThat(KIND.rotates(settings)).isTrue();
    }
}
