package dev.backonline.bot.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.command.Backonline;
import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Received;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.webhook.HookServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command as it is called. */
class RehearseTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        var all = new ArrayList<>(List.of("rehearse"));
        all.addAll(List.of(arguments));
        return new CommandLine(new Backonline())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private String config() throws IOException {
        return Files.writeString(folder.resolve("backonline.yaml"), """
                        page: { name: Example, url: "https://status.example.org", languages: [en, it] }
                        services:
                          shop: { name: Shop, checks: [ { type: http, url: "https://shop.example.org" } ] }
                        channels:
                          square: { type: mastodon, server: "https://social.example", token: "${env:NOT_THERE}", languages: [it] }
                          desk: { type: console, languages: [en] }
                          tight: { type: console, max-characters: 160 }
                        """).toString();
    }

    @Test
    void the_services_of_the_file_are_played_without_its_secrets() throws IOException {
        var code = run("relapse", "--config", config(), "--channel", "square");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("Note: the file has no canaries")
                .contains("square (mastodon), it")
                .contains("Potresti notare problemi con Shop")
                .contains("of 500 characters")
                .doesNotContain("desk (console)", "10.0.0.7", "503");
    }

    @Test
    void a_language_can_be_chosen_for_all_channels() throws IOException {
        run("relapse", "--config", config(), "--language", "it");

        assertThat(out.toString()).contains("desk (console), it").doesNotContain("You may notice");
    }

    @Test
    void what_is_not_there_is_named_with_what_is() throws IOException {
        assertThat(run("earthquake")).isEqualTo(1);
        assertThat(run("blip", "--config", config(), "--channel", "sky")).isEqualTo(1);
        assertThat(run("blip", "--config", config(), "--language", "de")).isEqualTo(1);
        assertThat(run("blip", "--config", folder.resolve("absent.yaml").toString()))
                .isEqualTo(1);

        assertThat(err.toString())
                .contains("There is no scenario 'earthquake'; there are: blip, flapping, group-outage,")
                .contains("The file has no channel 'sky'; it has: square, desk, tight. Nothing is rehearsed.")
                .contains("The file doesn't speak 'de'; it speaks: en, it. Nothing is rehearsed.")
                .contains("absent.yaml: there is no such file. Nothing is rehearsed.");
    }

    @Test
    void nothing_is_really_sent_without_being_asked_for_twice() throws IOException {
        assertThat(run("relapse", "--send-to", "desk", "--config", config())).isEqualTo(1);
        assertThat(run("--send-to", "desk", "--really", "--config", config())).isEqualTo(1);

        assertThat(err.toString()).contains("it wants --really, and one scenario. Nothing is sent.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void what_is_really_sent_is_marked_as_a_rehearsal_and_threaded() throws IOException {
        try (var partner = new HookServer()) {
            var config = Files.writeString(folder.resolve("live.yaml"), """
                    page: { name: Example, url: "https://status.example.org", languages: [en, it] }
                    services:
                      shop: { name: Shop, checks: [ { type: http, url: "https://shop.example.org" } ] }
                    channels:
                      partner: { type: webhook, url: "%s", secret: "whsec_bWFkZS11cC1tYWRlLXVwLW1hZGUtdXAtMzI=" }
                    """.formatted(partner.address()));

            var code = run("relapse", "--send-to", "partner", "--really", "--config", config.toString());

            assertThat(err.toString()).isEmpty();
            assertThat(code).isZero();
            assertThat(out.toString()).contains("partner has 5 posts, each marked as a rehearsal.");
            assertThat(partner.bodies())
                    .hasSize(5)
                    .allMatch(body -> body.contains("Rehearsal, nothing is wrong: ")
                            && body.contains("Prova generale, va tutto bene: "));
        }
    }

    @Test
    void where_one_post_is_kept_up_to_date_it_is_edited() throws IOException {
        try (var discord = new ScriptedServer(request -> Reply.of(200, "{\"id\":\"11\"}"))) {
            var config = Files.writeString(folder.resolve("edited.yaml"), """
                    page: { name: Example, url: "https://status.example.org", languages: [en] }
                    services:
                      shop: { name: Shop, checks: [ { type: http, url: "https://shop.example.org" } ] }
                    channels:
                      room: { type: discord-webhook, live: true, url: "%s/api/webhooks/1/made-up" }
                    """.formatted(discord.address()))
                    .toString();

            run("relapse", "--config", config);
            var code = run("relapse", "--send-to", "room", "--really", "--config", config);

            assertThat(out.toString())
                    .contains("  ✎ ", "resolved in its place, ", " Updated: ")
                    .contains("room has 5 posts, each marked as a rehearsal.");
            assertThat(code).isZero();
            assertThat(discord.received())
                    .extracting(Received::method)
                    .containsExactly("POST", "PATCH", "PATCH", "POST", "PATCH");
            assertThat(discord.last().target()).isEqualTo("/api/v10/webhooks/1/made-up/messages/11?wait=true");
        }
    }

    @Test
    void a_network_that_takes_nothing_ends_it() throws IOException {
        try (var partner = new HookServer()) {
            partner.answer(400);
            var config = Files.writeString(folder.resolve("live.yaml"), """
                    page: { name: Example, url: "https://status.example.org", languages: [en] }
                    services:
                      shop: { name: Shop, checks: [ { type: http, url: "https://shop.example.org" } ] }
                    channels:
                      partner: { type: webhook, url: "%s", secret: "whsec_bWFkZS11cC1tYWRlLXVwLW1hZGUtdXAtMzI=" }
                    """.formatted(partner.address()));

            var code = run("relapse", "--send-to", "partner", "--really", "--config", config.toString());

            assertThat(code).isEqualTo(1);
            assertThat(err.toString())
                    .contains("Post 1 of 5 was not made: send-test tells what is wrong with the channel.");
            assertThat(partner.requests()).hasSize(1);
        }
    }
}
