package dev.backonline.bot.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.config.ConfigReader.Mistaken;
import dev.backonline.config.ConfigReader.Read;
import dev.backonline.config.ConfigReader.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where one post can be kept up to date, and how it looks. */
class LiveChannelsTest {
    @TempDir
    private Path folder;

    private Result read(String channel) throws IOException {
        return Configuration.installed()
                .read(Files.writeString(folder.resolve("backonline.yaml"), """
                        page: { name: Example, url: "https://status.example.org", languages: [en, it], zone: Europe/Rome }
                        services:
                          chat: { name: Chat, checks: [ { type: http, url: "http://127.0.0.1:8081/" } ] }
                        channels:
                          room: { live: true, %s }
                        """.formatted(channel)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type: slack, token: made-up, channel: C0123456789",
                "type: discord, token: made-up, channel: '1100000000000000000'",
                "type: discord-webhook, url: 'http://127.0.0.1:8082/api/webhooks/1/made-up'",
                "type: telegram, token: '1:made-up', chat: '@example_status'",
                "type: matrix, server: 'http://127.0.0.1:8082', token: made-up, room: '!a:matrix.example'",
                "type: mattermost, server: 'http://127.0.0.1:8082', token: made-up, channel: 4xp9fdt77pncbef59f4k1qe83o",
            })
    void a_chat_room_can_have_one_post_that_is_kept_up_to_date(String channel) throws IOException {
        var read = (Read) read(channel);

        var proofs = new Proofreader(read.config()).proofs();

        assertThat(proofs)
                .isNotEmpty()
                .allMatch(Proof::fits)
                .allMatch(proof -> proof.type().endsWith(", live"));
        assertThat(proofs).extracting(Proof::text).allMatch(text -> text.contains("\nUpdated: Sep 30, 2026, "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: mastodon, server: 'http://127.0.0.1:8082', token: made-up | posts on 'mastodon' can't be edited, so none can be kept up to date",
                "type: slack-webhook, url: 'http://127.0.0.1:8082/made-up' | posts on 'slack-webhook' can't be edited, so none can be kept up to date",
                "type: console | posts on 'console' can't be edited, so none can be kept up to date",
                "type: slack, token: made-up, channel: '#status' | Slack finds a post to edit by its room's id only; write it in channel in place of '#status'",
            })
    void elsewhere_it_is_a_mistake(String channel, String why) throws IOException {
        var report = ((Mistaken) read(channel)).report("Not starting.");

        assertThat(report)
                .containsExactly("%s:5:17: channels.room.live should be left out: %s. Not starting."
                        .formatted(folder.resolve("backonline.yaml"), why));
    }
}
