package dev.backonline.bot.crash;

import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Identity;
import dev.backonline.catalog.Secret;
import dev.backonline.catalog.SecretAddress;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.Translated;
import dev.backonline.channel.Capabilities.OnUnknown;
import dev.backonline.channel.ChannelKind;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.courier.Composer;
import dev.backonline.channel.courier.Courier;
import dev.backonline.channel.courier.Line;
import dev.backonline.channel.courier.Round;
import dev.backonline.channel.mastodon.FakeMastodon;
import dev.backonline.channel.mastodon.MastodonKind;
import dev.backonline.channel.mastodon.MastodonSettings;
import dev.backonline.channel.slackwebhook.SlackWebhookKind;
import dev.backonline.channel.slackwebhook.SlackWebhookSettings;
import dev.backonline.channel.webhook.Shape;
import dev.backonline.channel.webhook.WebhookKind;
import dev.backonline.channel.webhook.WebhookSettings;
import dev.backonline.check.Wire;
import dev.backonline.message.Language;
import dev.backonline.message.Renderer;
import dev.backonline.message.Reporter;
import dev.backonline.message.Saying;
import dev.backonline.message.Size;
import dev.backonline.message.Wording;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Subscription;
import dev.backonline.store.Store;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** All the wiring of the delivery engine, as the bot does it without a file: one channel of every way out of an unknown outcome. */
record Crew(List<Line> lines) {
    static final ServiceId CHAT = new ServiceId("chat");
    /** Class B. */
    static final String KEYED = "keyed";
    /** Class C: the server makes a second post of a repeat, so only the look-up keeps it from that. */
    static final String LISTED = "listed";
    /** Class A. */
    static final String HOOK = "hook";
    /** Class D, both policies. */
    static final String HOLDING = "holding";

    static final String RESENDING = "resending";
    static final List<String> NAMES = List.of(KEYED, LISTED, HOOK, HOLDING, RESENDING);

    /** {@code addresses}: where each of the networks is. */
    static Crew on(Map<String, URI> addresses, Wire wire) {
        var outfit = Outfit.of(wire);
        return new Crew(NAMES.stream()
                .flatMap(name ->
                        Optional.ofNullable(addresses.get(name)).map(address -> line(name, address, outfit)).stream())
                .toList());
    }

    private static Line line(String name, URI address, Outfit outfit) {
        var hidden = new SecretAddress(address);
        return switch (name) {
            case KEYED, LISTED -> {
                var token = new Secret(FakeMastodon.TOKEN);
                var settings = new MastodonSettings(address, token, MastodonSettings.Visibility.PUBLIC, 500);
                yield line(name, new MastodonKind(), settings, outfit);
            }
            case HOLDING -> line(name, new SlackWebhookKind(), slack(hidden, OnUnknown.HOLD), outfit);
            case RESENDING -> line(name, new SlackWebhookKind(), slack(hidden, OnUnknown.RESEND), outfit);
            default ->
                line(name, new WebhookKind(), new WebhookSettings(hidden, Optional.empty(), Shape.EVENTS), outfit);
        };
    }

    private static SlackWebhookSettings slack(SecretAddress address, OnUnknown policy) {
        return new SlackWebhookSettings(address, policy);
    }

    private static <S extends Record> Line line(String name, ChannelKind<S> kind, S settings, Outfit outfit) {
        return new Line(subscription(name), kind.capabilities(settings), kind.create(settings, outfit));
    }

    static Subscription subscription(String name) {
        return new Subscription(
                new ChannelId(name),
                Subscription.Audience.PUBLIC,
                List.of(Locale.ENGLISH),
                EnumSet.complementOf(EnumSet.of(Saying.RECOVERING)),
                Subscription.Late.SUMMARY,
                false);
    }

    List<Subscription> subscriptions() {
        return lines.stream().map(Line::subscription).toList();
    }

    List<Courier> couriers(Store store, Round.Means means) {
        var composer = composer();
        return lines.stream()
                .map(line -> new Courier(line, store.outbox(), store.incidents(), composer, means))
                .toList();
    }

    static Composer composer() {
        var service = new Service(CHAT, Translated.same("Chat"), Optional.empty(), Set.of(), Optional.empty());
        var identity = new Identity(
                Translated.same("Status"),
                URI.create("https://status.example.org"),
                List.of(Locale.ENGLISH),
                ZoneOffset.UTC);
        var wording = new Wording(Arrays.stream(Saying.values())
                .collect(Collectors.toMap(saying -> saying, saying -> Map.of(Size.LONG, saying.key() + " {url}"))));
        var renderer = new Renderer(List.of(new Language(Locale.ENGLISH, wording, Map.of(), Map.of())));
        return new Composer(
                new Reporter(identity, Catalog.of(List.of(service))),
                renderer,
                List.of(Locale.ENGLISH),
                () -> UUID.randomUUID().toString());
    }
}
