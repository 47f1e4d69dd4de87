package dev.backonline.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.channel.PublicId;
import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Received;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.check.Counterpart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A file with a secret in every place that takes one, and networks that refuse everything and repeat what they were sent. */
public final class PlantedSecrets implements AutoCloseable {
    /** In every secret of this test. */
    private static final String NEEDLE = "s3cr3t";
    /** The same as a signing key is written. */
    private static final String SIGNING = "czNjcjN0LXMzY3IzdC1zM2NyM3Qh";

    /** A user and {@code s3cr3t-letters}, as they cross the line to a mail server. */
    private static final String LOGIN = "AGFnZW50AHMzY3IzdC1sZXR0ZXJz";

    /** A key as Nostr wants it. */
    private static final String NOSTR = "5ec2e7".repeat(10) + "5ec2";

    /** Every channel of the file that speaks HTTP, and where it asks its network. */
    public static final Map<String, String> CHANNELS = Map.ofEntries(
            Map.entry("square", "/api/v1/"),
            Map.entry("partners", "/hook/"),
            Map.entry("staff", "/services/"),
            Map.entry("players", "/webhooks/"),
            Map.entry("guild", "/channels/"),
            Map.entry("office", "/api/chat.postMessage"),
            Map.entry("readers", "/bot1:"),
            Map.entry("lobby", "/_matrix/"),
            Map.entry("sky", "/xrpc/"),
            Map.entry("birds", "/2/"),
            Map.entry("department", "/workflows/"),
            Map.entry("crew", "/v1/spaces/"),
            Map.entry("workshop", "/api/v4/"),
            Map.entry("forum", "/zulip/api/v1/"),
            Map.entry("pockets", "/ntfy"),
            Map.entry("hangar", "/rocket/api/v1/"),
            Map.entry("gateway", "/messages"),
            Map.entry("duty", "/v2/enqueue"),
            Map.entry("page", "/rest/posts"),
            Map.entry("plaza", "/relay"),
            Map.entry("town", "/v1.0/me/threads"),
            Map.entry("repository", "/repos/"));

    /** The channel that writes to reader@example.net, whose name it does not tell. */
    public static final String LETTERS =
            "letters-" + PublicId.of("letters", "reader@example.net").substring(0, 6);

    private static final String FILE = """
            page: { name: Example, url: http://status.example.org, languages: [en] }
            services:
              chat:
                name: Chat
                checks:
                  - type: http
                    url: "{chat}"
                    headers: { authorization: "Bearer s3cr3t-check" }
                    every: 500ms
                    timeout: 500ms
                fails: 2 of 3
            publish: { problem-after: 0s, still-every: [10m] }
            channels:
              square: { type: mastodon, server: "{networks}", token: "${env:SQUARE}" }
              partners: { type: webhook, url: "{networks}/hook/s3cr3t-path", secret: "whsec_{signing}" }
              staff: { type: slack-webhook, url: "{networks}/services/T0/B0/s3cr3t-slack" }
              players: { type: discord-webhook, url: "{networks}/api/webhooks/1/s3cr3t-discord" }
              guild: { type: discord, api: "{networks}/api/v10", token: s3cr3t-guild, channel: "1100000000000000000" }
              office: { type: slack, api: "{networks}/api", token: s3cr3t-office, channel: C0123456789 }
              readers: { type: telegram, api: "{networks}", token: "1:s3cr3t-readers", chat: "@example" }
              lobby: { type: matrix, server: "{networks}", token: s3cr3t-lobby, room: "!AbC:example.org" }
              sky: { type: bluesky, server: "{networks}", handle: status.example.org, app-password: s3cr3t-sky }
              birds:
                type: x
                api: "{networks}"
                consumer-key: s3cr3t-one
                consumer-secret: s3cr3t-two
                access-token: s3cr3t-three
                access-token-secret: s3cr3t-four
              department: { type: teams, url: "{networks}/workflows/s3cr3t-department" }
              crew: { type: google-chat, url: "{networks}/v1/spaces/AAAA/messages?key=s3cr3t-key&token=s3cr3t-crew" }
              workshop: { type: mattermost, server: "{networks}", token: s3cr3t-workshop, channel: 4xp9fdt77pncbef59f4k1qe83o }
              forum: { type: zulip, server: "{networks}/zulip", email: bot@example.org, api-key: s3cr3t-forum, channel: status }
              pockets: { type: ntfy, server: "{networks}/ntfy", topic: example-status, token: s3cr3t-pockets }
              hangar: { type: rocket-chat, server: "{networks}/rocket", user-id: aobEdbYhXfu5hkeqG, token: s3cr3t-hangar, room: GENERAL }
              gateway:
                type: http
                url: "{networks}/messages?key=s3cr3t-address"
                headers: { authorization: "Bearer s3cr3t-gateway" }
                body: '{"message": "{text}"}'
              duty: { type: pagerduty, api: "{networks}", routing-key: s3cr3ts3cr3ts3cr3ts3cr3ts3cr3t00 }
              repository: { type: github, api: "{networks}", repository: example/status, token: s3cr3t-repository }
              town: { type: threads, api: "{networks}", token: s3cr3t-town }
              page: { type: linkedin, api: "{networks}", organization: "1", token: s3cr3t-page, version: "202610" }
              plaza: { type: nostr, relays: ["{relay}"], key: "{nostr}" }
              letters:
                type: email
                server: "{mail}"
                tls: none
                user: agent
                password: s3cr3t-letters
                from: status@example.org
                to: [reader@example.net]
            """;

    private final ScriptedServer networks = new ScriptedServer(PlantedSecrets::echo);
    private final Counterpart mail = Counterpart.that(PlantedSecrets::echoLogin);

    /** A refusal that quotes the whole request. */
    private static Reply echo(Received request) {
        var quoted = (request.target() + " " + request.headers() + " " + request.body()).replace("\"", "'");
        return Reply.of(
                request.target().contains("webhooks") ? 401 : 400, "{\"error\":\"you sent %s\"}".formatted(quoted));
    }

    /** The same as a mail server would do it. */
    private static void echoLogin(Socket socket) throws IOException {
        var out = socket.getOutputStream();
        out.write("220 mail\r\n".getBytes(StandardCharsets.US_ASCII));
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var reply = line.startsWith("AUTH") ? "535 you sent " + line : "250 AUTH PLAIN";
            out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** {@code chat}: where the service is that is asked; {@code SQUARE} is a secret out of the environment. */
    public String file(URI chat) {
        var at = networks.address();
        return FILE.replace("{chat}", chat.toString())
                .replace("{signing}", SIGNING)
                .replace("{relay}", at.toString().replace("http", "ws") + "/relay")
                .replace("{nostr}", NOSTR)
                .replace("{mail}", mail.endpoint().toString())
                .replace("{networks}", at.toString());
    }

    boolean isAsked(String path) {
        return networks.received().stream().anyMatch(request -> request.target().contains(path));
    }

    /** Where the networks are: nothing of it has a place in a trace either. */
    public URI address() {
        return networks.address();
    }

    public static void assertClean(String where, String text) {
        assertThat(text.lines()
                        .filter(line -> line.contains(NEEDLE)
                                || line.contains(SIGNING)
                                || line.contains(LOGIN)
                                || line.contains(NOSTR)))
                .as(where)
                .isEmpty();
    }

    @Override
    public void close() throws IOException {
        networks.close();
        mail.close();
    }
}
