package dev.backonline.channel.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Channel;
import dev.backonline.channel.NetworkContract;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.mastodon.MastodonSettings.Visibility;
import dev.backonline.check.Wire;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MastodonAccountTest extends NetworkContract {
    private static final MastodonKind KIND = new MastodonKind();

    static Channel account(URI server, Wire wire) {
        return KIND.create(new MastodonSettings(server, new Secret(TOKEN), Visibility.PUBLIC, 500), Outfit.of(wire));
    }

    @Override
    protected String type() {
        return "mastodon";
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(new MastodonSettings(
                URI.create("https://social.example.org"), new Secret(TOKEN), Visibility.PUBLIC, 500));
    }

    @Override
    protected Channel channel(URI server, Wire wire) {
        return account(server, wire);
    }

    @Override
    protected Reply yes() {
        return Reply.of(200, "{\"id\":\"115\",\"url\":\"https://social.example.org/@status/115\"}");
    }

    @Test
    void a_yes_names_the_posts_id_and_address() {
        var outcome = send(Posts.saying("Text"));

        var link = URI.create("https://social.example.org/@status/115");
        assertThat(outcome).isEqualTo(new Outcome.Delivered(new Posted("115", Optional.of(link))));
    }

    @Test
    void a_server_below_a_path_is_found() {
        var channel = account(URI.create(server().address() + "/social/"), wire());

        channel.send(Posts.frozen(channel, Posts.saying("Text")), Posts.AT);

        assertThat(server().last().target()).isEqualTo("/social/api/v1/statuses");
    }

    @Test
    void a_parent_that_is_gone_is_not_the_account() {
        server().script(_ -> Reply.of(404, "{\"error\":\"Record not found\"}"));

        var outcome = send(Posts.of(Saying.STILL, Optional.of(new Posted("9", Optional.empty())), Posts.ENGLISH));

        assertThat(outcome).isInstanceOf(Outcome.ParentGone.class);
    }

    @ParameterizedTest
    @CsvSource({"409, identical request still being processed", "400, Duplicate idempotency key."})
    void a_server_that_knows_the_key_may_have_the_post(int status, String words) {
        var outcome = answered(Reply.of(status, "{\"error\":\"%s\"}".formatted(words)));

        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello | 5",
                "👨‍👩‍👧‍👦 | 1",
                "https://status.example.org/incidents/k3xw9b2m4q7z | 23",
                "http://localhost:8080/incidents/k3xw9b2m4q7z | 44",
                "https://a.io | 23",
                "See https://status.example.org/x. | 28",
                "@you | 5",
                "#1 | 3",
            })
    void the_length_is_what_the_server_counts(String text, int length) {
        assertThat(capabilities().limit().measure().of(text)).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@you and #tag | @\u2060you and #\u2060tag",
                "＠you ＃tag | ＠\u2060you ＃\u2060tag",
                "a @ b # c | a @ b # c",
                "https://x.example/#top | https://x.example/#top",
                "@https://x.example | @\u2060https://x.example",
            })
    void nobody_is_called_and_nothing_is_tagged(String text, String neutral) {
        assertThat(MastodonText.neutral(text)).isEqualTo(neutral);
    }

    @Test
    void a_key_is_trusted_for_an_hour() {
        assertThat(capabilities().repeat()).isEqualTo(new Capabilities.Repeat.Keyed(Duration.ofHours(1)));
    }
}
