package dev.backonline.channel;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.SecretAddress;
import dev.backonline.channel.Capabilities.OnUnknown;
import dev.backonline.channel.bluesky.BlueskyKind;
import dev.backonline.channel.bluesky.BlueskySettings;
import dev.backonline.channel.console.ConsoleKind;
import dev.backonline.channel.console.ConsoleSettings;
import dev.backonline.channel.discord.DiscordKind;
import dev.backonline.channel.discord.DiscordSettings;
import dev.backonline.channel.discordwebhook.DiscordWebhookKind;
import dev.backonline.channel.discordwebhook.DiscordWebhookSettings;
import dev.backonline.channel.email.EmailKind;
import dev.backonline.channel.email.EmailSettings;
import dev.backonline.channel.github.GitHubKind;
import dev.backonline.channel.github.GitHubSettings;
import dev.backonline.channel.googlechat.GoogleChatKind;
import dev.backonline.channel.googlechat.GoogleChatSettings;
import dev.backonline.channel.linkedin.LinkedInKind;
import dev.backonline.channel.linkedin.LinkedInSettings;
import dev.backonline.channel.mastodon.MastodonKind;
import dev.backonline.channel.mastodon.MastodonSettings;
import dev.backonline.channel.matrix.MatrixKind;
import dev.backonline.channel.matrix.MatrixSettings;
import dev.backonline.channel.mattermost.MattermostKind;
import dev.backonline.channel.mattermost.MattermostSettings;
import dev.backonline.channel.nostr.NostrKind;
import dev.backonline.channel.nostr.NostrSettings;
import dev.backonline.channel.nostr.RelayAddress;
import dev.backonline.channel.ntfy.NtfyKind;
import dev.backonline.channel.ntfy.NtfySettings;
import dev.backonline.channel.pagerduty.PagerDutyKind;
import dev.backonline.channel.pagerduty.PagerDutySettings;
import dev.backonline.channel.request.RequestKind;
import dev.backonline.channel.request.RequestSettings;
import dev.backonline.channel.request.Successes;
import dev.backonline.channel.rocketchat.RocketChatKind;
import dev.backonline.channel.rocketchat.RocketChatSettings;
import dev.backonline.channel.slack.SlackKind;
import dev.backonline.channel.slack.SlackSettings;
import dev.backonline.channel.slackwebhook.SlackWebhookKind;
import dev.backonline.channel.slackwebhook.SlackWebhookSettings;
import dev.backonline.channel.smtp.Submission.Encryption;
import dev.backonline.channel.teams.TeamsKind;
import dev.backonline.channel.teams.TeamsSettings;
import dev.backonline.channel.telegram.TelegramKind;
import dev.backonline.channel.telegram.TelegramSettings;
import dev.backonline.channel.threads.ThreadsKind;
import dev.backonline.channel.threads.ThreadsSettings;
import dev.backonline.channel.webhook.Shape;
import dev.backonline.channel.webhook.WebhookKind;
import dev.backonline.channel.webhook.WebhookSettings;
import dev.backonline.channel.x.XKind;
import dev.backonline.channel.x.XSettings;
import dev.backonline.channel.zulip.ZulipKind;
import dev.backonline.channel.zulip.ZulipSettings;
import dev.backonline.check.Endpoint;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One channel of each kind at a given server, as a file would have it: a new kind has its row here. */
final class EveryNetwork {
    static final String TOKEN = NetworkContract.TOKEN;

    static final Map<String, Function<URI, Channel>> KINDS = Map.ofEntries(
            row("bluesky", at -> {
                var settings = new BlueskySettings(at, "status.social.example", new Secret(TOKEN));
                return make(new BlueskyKind(), settings);
            }),
            row("console", _ -> make(new ConsoleKind(), new ConsoleSettings(Optional.empty(), 500))),
            row("discord", at -> {
                var settings = new DiscordSettings(new Secret(TOKEN), "1100000000000000000", at.resolve("/api/v10"));
                return make(new DiscordKind(), settings);
            }),
            row("discord-webhook", at -> {
                var url = secret(at, "/api/webhooks/1/");
                return make(
                        new DiscordWebhookKind(), new DiscordWebhookSettings(url, Optional.empty(), OnUnknown.RESEND));
            }),
            row("email", at -> make(new EmailKind(), letters(at))),
            row("github", at -> {
                var settings = new GitHubSettings("example/status", new Secret(TOKEN), List.of(), at);
                return make(new GitHubKind(), settings);
            }),
            row("google-chat", at -> {
                var url = secret(at, "/v1/spaces/AAAA/");
                return make(new GoogleChatKind(), new GoogleChatSettings(url, OnUnknown.RESEND));
            }),
            row("http", at -> make(new RequestKind(), request(at))),
            row("linkedin", at -> {
                var settings = new LinkedInSettings(at, "5515715", new Secret(TOKEN), "202610");
                return make(new LinkedInKind(), settings);
            }),
            row("mastodon", at -> {
                var settings = new MastodonSettings(at, new Secret(TOKEN), MastodonSettings.Visibility.PUBLIC, 500);
                return make(new MastodonKind(), settings);
            }),
            row("matrix", at -> {
                var settings = new MatrixSettings(at, new Secret(TOKEN), "!AbCdEf:matrix.example.org");
                return make(new MatrixKind(), settings);
            }),
            row("mattermost", at -> {
                var settings = new MattermostSettings(at, new Secret(TOKEN), "4xp9fdt77pncbef59f4k1qe83o");
                return make(new MattermostKind(), settings);
            }),
            row("ntfy", at -> {
                var settings = new NtfySettings(at, "example-status", Optional.of(new Secret(TOKEN)));
                return make(new NtfyKind(), settings);
            }),
            row("nostr", _ -> {
                var relay = RelayAddress.parse("wss://relay.example.org");
                var settings = new NostrSettings(List.of(relay), new Secret("0".repeat(63) + "3"), Optional.empty());
                return make(new NostrKind(), settings);
            }),
            row("pagerduty", at -> make(new PagerDutyKind(), new PagerDutySettings(new Secret(TOKEN), at))),
            row("rocket-chat", at -> {
                var settings = new RocketChatSettings(at, "aobEdbYhXfu5hkeqG", new Secret(TOKEN), "GENERAL", 5_000);
                return make(new RocketChatKind(), settings);
            }),
            row("slack", at -> {
                var settings = new SlackSettings(new Secret(TOKEN), "C0123456789", at.resolve("/api"), false);
                return make(new SlackKind(), settings);
            }),
            row("slack-webhook", at -> {
                var url = secret(at, "/services/T0/B0/");
                return make(new SlackWebhookKind(), new SlackWebhookSettings(url, OnUnknown.RESEND));
            }),
            row("teams", at -> {
                var url = secret(at, "/workflows/1/");
                return make(new TeamsKind(), new TeamsSettings(url, OnUnknown.RESEND));
            }),
            row("telegram", at -> {
                var settings = new TelegramSettings(
                        new Secret(TOKEN), "@example_status", Optional.empty(), at, OnUnknown.HOLD, false);
                return make(new TelegramKind(), settings);
            }),
            row("threads", at -> make(new ThreadsKind(), new ThreadsSettings(at, "me", new Secret(TOKEN), false))),
            row("zulip", at -> {
                var settings = new ZulipSettings(at, "status-bot@zulip.example.org", new Secret(TOKEN), "status");
                return make(new ZulipKind(), settings);
            }),
            row("x", at -> make(new XKind(), signed(at))),
            row(
                    "webhook",
                    at -> make(
                            new WebhookKind(), new WebhookSettings(secret(at, "/"), Optional.empty(), Shape.EVENTS))));

    private EveryNetwork() {}

    static Channel at(String type, URI server) {
        return Optional.ofNullable(KINDS.get(type))
                .orElseThrow(() -> new AssertionError("no row of EveryNetwork makes a '%s'".formatted(type)))
                .apply(server);
    }

    private static Map.Entry<String, Function<URI, Channel>> row(String type, Function<URI, Channel> channel) {
        return Map.entry(type, channel);
    }

    private static XSettings signed(URI server) {
        var secret = Optional.of(new Secret(TOKEN));
        Optional<Secret> none = Optional.empty();
        return new XSettings(server, secret, secret, secret, secret, none, none, none, XSettings.Threading.OFF, false);
    }

    private static RequestSettings request(URI server) {
        return new RequestSettings(
                secret(server, "/"),
                RequestSettings.Method.POST,
                Map.of("x-token", new Secret(TOKEN)),
                "{\"message\": \"{text}\"}",
                Map.of(),
                Successes.parse("200-299"),
                Optional.empty(),
                Optional.empty(),
                10_000,
                OnUnknown.HOLD);
    }

    private static EmailSettings letters(URI server) {
        return new EmailSettings(
                new Endpoint(server.getHost(), Math.max(server.getPort(), 25)),
                Encryption.NONE,
                Optional.empty(),
                Optional.of("status"),
                Optional.of(new Secret(TOKEN)),
                "status@example.org",
                List.of("reader@example.net"),
                Optional.empty(),
                OnUnknown.RESEND);
    }

    private static <S extends Record> Channel make(ChannelKind<S> kind, S settings) {
        return kind.create(settings, Outfit.of(NetworkContract.wire()));
    }

    private static SecretAddress secret(URI server, String path) {
        return new SecretAddress(server.resolve(path + TOKEN));
    }
}
