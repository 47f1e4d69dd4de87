package dev.backonline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.channel.ScriptedServer.Raw;
import dev.backonline.channel.ScriptedServer.Received;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.ScriptedServer.Reset;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asked without posting, a network says whose the credentials are, or that they are refused; whatever else it says, nothing is known. */
class ProbesTest {
    private static final String HUGE = "x".repeat(3 << 20);

    /** What each network that can be asked says of a working token, by the end of the address. */
    private static final Map<String, String> YES = Map.ofEntries(
            Map.entry("verify_credentials", "{\"id\":\"1\",\"username\":\"status\"}"),
            Map.entry("instance", "{\"configuration\":{\"statuses\":{\"max_characters\":1500}}}"),
            Map.entry("auth.test", "{\"ok\":true,\"user\":\"status\",\"team\":\"Harbour\"}"),
            Map.entry("getMe", "{\"ok\":true,\"result\":{\"id\":1,\"username\":\"status\"}}"),
            Map.entry(
                    "getChat?chat_id=%40example_status",
                    "{\"ok\":true,\"result\":{\"id\":-1001,\"title\":\"Harbour\"}}"),
            Map.entry(
                    "me?fields=username&access_token=" + EveryNetwork.TOKEN, "{\"id\":\"1\",\"username\":\"status\"}"),
            Map.entry(
                    "posts?author=urn%3Ali%3Aorganization%3A5515715&q=author&count=1&sortBy=LAST_MODIFIED",
                    "{\"elements\":[]}"),
            Map.entry("whoami", "{\"user_id\":\"@status:example.org\"}"),
            Map.entry("%40status%3Aexample.org", "{\"membership\":\"join\"}"),
            Map.entry("@me", "{\"id\":\"1\",\"username\":\"status\"}"),
            Map.entry("1100000000000000000", "{\"id\":\"2\",\"name\":\"harbour\"}"),
            Map.entry("rooms.info?roomId=GENERAL", "{\"room\":{\"name\":\"general\"},\"success\":true}"),
            Map.entry("status", "{\"full_name\":\"example/status\",\"has_issues\":true}"),
            Map.entry("auth", "{\"success\":true}"),
            Map.entry("me", "{\"id\":\"1\",\"username\":\"status\",\"full_name\":\"Status\"}"),
            Map.entry("get_stream_id?stream=status", "{\"result\":\"success\",\"stream_id\":1}"),
            Map.entry("4xp9fdt77pncbef59f4k1qe83o", "{\"id\":\"2\",\"display_name\":\"Harbour\",\"delete_at\":0}"),
            Map.entry(
                    EveryNetwork.TOKEN,
                    "{\"id\":\"1\",\"name\":\"status\",\"token\":\"%s\"}".formatted(EveryNetwork.TOKEN)));

    private final ScriptedServer server = new ScriptedServer(ProbesTest::yes);

    @AfterEach
    void stopServer() {
        server.close();
    }

    private static Reply yes(Received request) {
        var last = request.target().replaceFirst(".*/", "");
        return YES.containsKey(last) ? Reply.of(200, YES.getOrDefault(last, "")) : Reply.of(404, "");
    }

    private Probe probe(String type) {
        return EveryNetwork.at(type, server.address()).probe(Posts.AT);
    }

    @ParameterizedTest
    @CsvSource({
        "mastodon, @status, 1500",
        "slack, status (Harbour), -1",
        "telegram, @status in Harbour, -1",
        "discord, status in #harbour, -1",
        "matrix, @status:example.org, -1",
        "mattermost, @status in Harbour, -1",
        "zulip, Status in #status, -1",
        "ntfy, topic example-status, -1",
        "github, example/status, -1",
        "rocket-chat, @status in #general, -1",
        "threads, @status, -1",
        "linkedin, organization 5515715, -1",
        "discord-webhook, status, -1"
    })
    void credentials_that_are_taken_say_whose_they_are(String type, String account, int most) {
        var probe = probe(type);

        assertThat(probe).isEqualTo(new Probe.Ready(account, most < 0 ? OptionalInt.empty() : OptionalInt.of(most)));
        assertThat(server.received())
                .isNotEmpty()
                .allMatch(request -> request.method().equals("GET"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook", "slack-webhook", "console", "teams", "google-chat", "http", "pagerduty"})
    void what_can_only_be_posted_to_is_not_asked(String type) {
        assertThat(probe(type)).isInstanceOf(Probe.Mute.class);
        assertThat(server.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mastodon",
                "slack",
                "telegram",
                "discord",
                "discord-webhook",
                "matrix",
                "mattermost",
                "zulip",
                "ntfy",
                "rocket-chat",
                "threads",
                "linkedin",
                "github"
            })
    void refused_credentials_are_refused(String type) {
        server.script(_ -> Reply.of(401, "{\"message\":\"no, my dear %s\"}".formatted(EveryNetwork.TOKEN)));

        assertThat(probe(type)).isInstanceOf(Probe.Refused.class);
        assertThat(probe(type).toString()).contains("no, my dear").doesNotContain(EveryNetwork.TOKEN);
    }

    @Test
    void a_webhook_that_is_gone_is_refused() {
        server.script(_ -> Reply.of(404, "{\"message\":\"Unknown Webhook\",\"code\":10015}"));

        assertThat(probe("discord-webhook")).isInstanceOf(Probe.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_auth, Refused",
        "missing_scope, Refused",
        "token_revoked, Refused",
        "ratelimited, Unreachable",
        "internal_error, Unreachable"
    })
    void slack_says_no_with_http_200(String error, String outcome) {
        server.script(_ -> Reply.of(200, "{\"ok\":false,\"error\":\"%s\"}".formatted(error)));

        assertThat(probe("slack").getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void an_account_may_have_left_the_room() {
        server.script(request ->
                request.target().contains("member") ? Reply.of(200, "{\"membership\":\"leave\"}") : yes(request));

        assertThat(probe("matrix")).isInstanceOf(Probe.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, Bad Request: chat not found, Refused",
        "403, Forbidden: bot was kicked, Refused",
        "502, Bad Gateway, Unreachable"
    })
    void a_bot_may_not_know_the_chat(int status, String words, String outcome) {
        server.script(request -> request.target().contains("getChat")
                ? Reply.of(status, "{\"ok\":false,\"description\":\"%s\"}".formatted(words))
                : yes(request));

        var probe = probe("telegram");

        assertThat(probe.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(probe.toString()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mastodon", "slack", "telegram", "discord", "discord-webhook", "matrix"})
    void nothing_is_known_of_a_network_that_is_away(String type) {
        var away = EveryNetwork.at(type, ScriptedServer.nowhere()).probe(Posts.AT);

        assertThat(away).isEqualTo(new Probe.Unreachable("connection refused"));
        server.script(_ -> new Reset());
        assertThat(probe(type)).isInstanceOf(Probe.Unreachable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mastodon", "slack", "telegram", "discord", "discord-webhook", "matrix"})
    void nothing_is_known_after_an_answer_that_is_not_the_networks(String type) {
        for (var reply : new Reply[] {
            Reply.of(200, ""),
            Reply.of(200, "<html>Log in to this hotel's network</html>"),
            Reply.of(200, "{\"half\":"),
            Reply.of(200, "[]"),
            Reply.of(200, "null"),
            Reply.of(200, "{\"ok\":true,\"username\":\"" + HUGE + "\"}"),
            Reply.of(302, ""),
            Reply.of(429, "").with("retry-after", "5"),
            Reply.of(503, "")
        }) {
            server.script(_ -> reply);

            assertThat(probe(type)).as("%d", reply.status()).isInstanceOf(Probe.Unreachable.class);
        }
        server.script(_ -> new Raw("no HTTP at all\r\n\r\n"));
        assertThat(probe(type)).isInstanceOf(Probe.Unreachable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"configuration\":{\"statuses\":{\"max_characters\":0}}} | 1",
                "200 | {\"configuration\":{\"statuses\":{\"max_characters\":-5}}} | 1",
                "200 | {\"configuration\":{\"statuses\":{\"max_characters\":99999999999999999999}}} | 1000000",
                "200 | {\"configuration\":{\"statuses\":{\"max_characters\":\"many\"}}} | -1",
                "200 | {} | -1",
                "200 | <html> | -1",
                "404 | {\"error\":\"no such path\"} | -1",
                "500 | '' | -1"
            })
    void how_long_a_post_may_be_is_told_or_not(int status, String body, int most) {
        server.script(request -> request.target().endsWith("/instance") ? Reply.of(status, body) : yes(request));

        assertThat(probe("mastodon"))
                .isEqualTo(new Probe.Ready("@status", most < 0 ? OptionalInt.empty() : OptionalInt.of(most)));
    }

    @Test
    void a_name_is_shown_in_one_short_line() {
        server.script(_ -> Reply.of(200, "{\"name\":\"a\\nb\\u001b[31m%s\"}".formatted("c".repeat(1_000))));

        assertThat(probe("discord-webhook")).isInstanceOfSatisfying(Probe.Ready.class, ready -> {
            assertThat(ready.account()).hasSize(100).startsWith("a b [31mc");
        });
    }
}
