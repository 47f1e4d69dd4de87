package dev.backonline.channel.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.NetworkContract;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.Sighting;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedInPageTest extends NetworkContract {
    private static final LinkedInKind KIND = new LinkedInKind();
    private static final Posted SEVENTH = new Posted(
            "urn:li:share:7", Optional.of(URI.create("https://www.linkedin.com/feed/update/urn:li:share:7/")));
    private static final String TEXT = "Problems (since 21:04) with a_b, #1.";
    private static final String LISTED = """
            {"elements":[{"id":"urn:li:ugcPost:8","commentary":"Another","createdAt":1795377841000},
            {"id":"urn:li:share:7","commentary":"Problems \\\\(since 21:04\\\\) with a\\\\_b, \\\\#1.","createdAt":1795377841000}]}
            """;

    private static LinkedInSettings settings(URI server, String organization, String version) {
        return new LinkedInSettings(server, organization, new Secret(TOKEN), version);
    }

    @Override
    protected String type() {
        return "linkedin";
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(settings(URI.create("https://linkedin.example.org"), "5515715", "202610"));
    }

    @Override
    protected Channel channel(URI server, Wire wire) {
        return KIND.create(settings(server, "5515715", "202610"), Outfit.of(wire));
    }

    @Override
    protected Reply yes() {
        return Reply.of(201, "").with("x-restli-id", "urn:li:share:7");
    }

    @Test
    void a_yes_names_the_post_and_its_address() {
        assertThat(send(Posts.saying("Text"))).isEqualTo(new Outcome.Delivered(SEVENTH));
    }

    @Test
    void a_yes_without_a_name_is_unknown() {
        assertThat(answered(Reply.of(201, ""))).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void a_text_that_is_there_already_is_the_post_that_is_named() {
        var body = """
                {"errorDetails":{"inputErrors":[{"code":"DUPLICATE_POST"}]},
                "message":"Content is a duplicate of urn:li:share:7","status":422}
                """;

        assertThat(answered(Reply.of(422, body))).isEqualTo(new Outcome.AlreadyExists(Optional.of(SEVENTH)));
    }

    @Test
    void a_duplicate_that_is_not_named_is_looked_for() {
        assertThat(answered(Reply.of(422, "{\"code\":\"DUPLICATE_POST\"}")))
                .isEqualTo(new Outcome.AlreadyExists(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "426 | {\"message\":\"no\"} | AuthInvalid | newer month",
                "400 | {\"code\":\"NONEXISTENT_VERSION\",\"message\":\"no\"} | AuthInvalid | newer month",
                "401 | {\"message\":\"EXPIRED_ACCESS_TOKEN\"} | AuthInvalid | EXPIRED_ACCESS_TOKEN",
                "422 | {\"message\":\"too long\"} | Rejected | too long",
            })
    void its_own_errors_are_understood(int status, String body, String outcome, String words) {
        var answer = answered(Reply.of(status, body));

        assertThat(answer.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(answer.toString()).contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a_b *c* ~d~ ; a\\_b \\*c\\* \\~d\\~",
                "@{x|y}[z](u) ; \\@\\{x\\|y\\}\\[z\\]\\(u\\)",
                "<a> #tag \\ ; \\<a\\> \\#tag \\\\",
                "see https://x.example/a_b ; see https://x.example/a\\_b",
            })
    void no_sign_ends_a_post_early(String text, String escaped) {
        assertThat(LittleText.escaped(text)).isEqualTo(escaped);
    }

    private Sighting lookUp(String body, Channel.Claimed claimed) {
        server().script(_ -> Reply.of(200, body));
        var channel = channel(server().address(), wire());
        return channel.lookUp(Posts.frozen(channel, Posts.saying(TEXT)), claimed, Posts.AT);
    }

    @Test
    void a_post_that_was_made_is_found_by_its_text() {
        assertThat(lookUp(LISTED, _ -> false)).isEqualTo(new Sighting.Seen(SEVENTH));
        assertThat(server().last().target())
                .isEqualTo(
                        "/rest/posts?author=urn%3Ali%3Aorganization%3A5515715&q=author&count=50&sortBy=LAST_MODIFIED");
    }

    @Test
    void one_of_another_delivery_or_of_long_ago_is_not_ours() {
        assertThat(lookUp(LISTED, "urn:li:share:7"::equals)).isEqualTo(new Sighting.Nothing());
        assertThat(lookUp(LISTED.replace("17953778", "17953768"), _ -> false)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_post_that_was_there_before_is_not_ours() {
        server().script(_ -> Reply.of(200, LISTED));
        var channel = channel(server().address(), wire());
        assertThat(channel.newest(Posts.AT)).isInstanceOf(Sighting.Seen.class);

        var frozen = Posts.frozen(channel, Posts.saying(TEXT), Optional.of("urn:li:share:7"));

        assertThat(channel.lookUp(frozen, _ -> false, Posts.AT)).isEqualTo(new Sighting.Nothing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "<html>"})
    void what_is_no_list_shows_nothing_either_way(String body) {
        assertThat(lookUp(body, _ -> false)).isInstanceOf(Sighting.Unavailable.class);
    }

    @Test
    void a_post_in_doubt_is_looked_up() {
        assertThat(capabilities().repeat()).isEqualTo(new Repeat.LookUp());
        assertThat(capabilities().limit().measure().of("a_b")).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"5515715, 202610, 0", "example, 202610, 1", "5515715, 202613, 1", "'', '', 2"})
    void what_cannot_be_is_a_mistake(String organization, String version, int mistakes) {
        var settings = settings(server().address(), organization, version);

        assertThat(KIND.mistakes(settings)).hasSize(mistakes);
    }
}
