package dev.backonline.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Group;
import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.catalog.Translated;
import dev.backonline.check.CheckId;
import dev.backonline.config.ConfigReader.Read;
import dev.backonline.message.Saying;
import dev.backonline.message.Size;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Subscription;
import dev.backonline.verdict.Confirmation;
import dev.backonline.verdict.Rule;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
    private static final ConfigReader READER = new ConfigReader(
            ExampleKinds.PLUGINS,
            name -> Optional.ofNullable(Map.of("TOWN_TOKEN", "t0ps3cret").get(name)));

    private static final String LEAST = """
            page: { name: Example, url: "https://status.example.org", languages: [en] }
            services: { chat: { name: Chat, checks: [ { type: http, url: "https://chat.example.org" } ] } }
            """;

    private static final String FULL = """
            page:
              name: { it: Esempio, en: Example }
              url: https://status.example.org
              languages: [it, en]
              zone: Europe/Rome
            canaries:
              - { type: tcp, host: "resolver.example.net:53", every: 5s }
            services:
              chat:
                name: Chat
                group: family
                checks:
                  - type: http
                    url: https://chat.example.org/health
                    every: 1m30s
                    timeout: 800ms
                    impact: partial
                    method: long-poll
                    headers: { authorization: "Bearer ${env:TOWN_TOKEN}" }
                    verify: false
                    expect: { status: 200-204, within: 500ms, json: { $.status: ok } }
                  - { type: tcp, host: "chat.example.org:443", every: 2s }
                fails: 2 of 3
                recovers: 4 of 4
              photos:
                name: Photos
                depends-on: [chat]
                workaround: { it: "Le chiamate funzionano.", en: "Calls still work." }
            publish:
              problem-after: 0s
              recovered-after: 10s
              reopen-within: 1h
              join-within: 5m
              still-every: [5m, 1h]
              approve: never
            channels:
              square: { type: town, server: "https://social.example", token: "${env:TOWN_TOKEN}", languages: [it, en] }
              staff: { type: console, audience: internal, tell: [problem, resolved], late: drop }
              partners: { type: hook, url: "https://partner.example/hook" }
            messages:
              it:
                resolved: "Siamo tornati online: {services}. {url}"
                problem: { long: "Problemi con {services}, dalle {since}. {url}", short: "Problemi. {url}" }
            """;

    @Test
    void a_service_that_is_seldom_asked_shares_an_incident_within_its_interval() {
        var file = LEAST.replace(
                " } ] } }",
                ", every: 5m } ] }, shop: { name: Shop, checks: [ { type: http, url: \"https://shop.example.org\" } ] } }");

        var publishing = config(READER.read("backonline.yaml", file)).publishing();

        assertThat(publishing.joinWithin(new ServiceId("chat"))).isEqualTo(Duration.ofMinutes(5));
        assertThat(publishing.joinWithin(new ServiceId("shop"))).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void what_is_left_out_has_its_documented_default() {
        var config = config(READER.read("backonline.yaml", LEAST));

        assertThat(config.identity().zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(config.identity().name().in(Locale.FRENCH)).isEqualTo("Example");
        assertThat(config.services()).singleElement().satisfies(plan -> {
            assertThat(plan.service()).isEqualTo(service("chat", Optional.empty(), Set.of()));
            assertThat(plan.rules())
                    .containsExactly(new Rule(
                            new CheckId("chat/1-http"),
                            Duration.ofSeconds(10),
                            ServiceState.MAJOR_OUTAGE,
                            new Confirmation(3, 5),
                            new Confirmation(3, 3)));
            assertThat(plan.checks()).singleElement().satisfies(check -> {
                assertThat(check.every()).isEqualTo(Duration.ofSeconds(10));
                assertThat(check.timeout()).isEqualTo(Duration.ofSeconds(5));
            });
        });
    }

    @Test
    void what_is_left_out_altogether_is_empty() {
        var config = config(READER.read("backonline.yaml", LEAST));

        assertThat(config.canaries()).isEmpty();
        assertThat(config.channels()).isEmpty();
        assertThat(config.languages()).containsOnlyKeys(Locale.ENGLISH);
    }

    @Test
    void what_is_left_out_of_publish_has_its_documented_default() {
        var config = config(READER.read("backonline.yaml", LEAST));

        assertThat(config.publishing().problemAfter()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.publishing().recoveredAfter()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.publishing().reopenWithin()).isEqualTo(Duration.ofMinutes(30));
        assertThat(config.publishing().joinWithin()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.publishing().stillEvery())
                .hasSize(7)
                .startsWith(Duration.ofMinutes(20))
                .endsWith(Duration.ofHours(1));
    }

    @Test
    void a_service_that_is_called_canaries_has_checks_of_its_own() {
        var config = config(READER.read("backonline.yaml", """
                page: { name: Example, url: https://status.example.org, languages: [en] }
                canaries: [ { type: tcp, host: "192.0.2.1:53" } ]
                services:
                  canaries: { name: Birds, checks: [ { type: tcp, host: "192.0.2.2:80" } ] }
                """));

        assertThat(config.canaries().getFirst().id())
                .isNotEqualTo(config.services().getFirst().checks().getFirst().id());
    }

    @Test
    void every_key_is_read() {
        var config = config(READER.read("backonline.yaml", FULL));

        assertThat(config.identity().languages()).containsExactly(Locale.ITALIAN, Locale.ENGLISH);
        assertThat(config.identity().zone()).isEqualTo(ZoneId.of("Europe/Rome"));
        assertThat(config.identity().name().in(Locale.ITALIAN)).isEqualTo("Esempio");
        assertThat(config.canaries()).singleElement().satisfies(canary -> {
            assertThat(canary.id()).isEqualTo(new CheckId("_canaries/1-tcp"));
            assertThat(canary.every()).isEqualTo(Duration.ofSeconds(5));
        });
        assertThat(config.catalog().services().keySet())
                .containsExactly(new ServiceId("chat"), new ServiceId("photos"));
        assertThat(config.catalog().dependsOn(new ServiceId("photos"), new ServiceId("chat")))
                .isTrue();
        assertThat(config.services().getLast().service().workaround())
                .hasValueSatisfying(text -> assertThat(text.in(Locale.ITALIAN)).isEqualTo("Le chiamate funzionano."));
        assertThat(config.publishing().problemAfter()).isZero();
        assertThat(config.publishing().stillEvery()).containsExactly(Duration.ofMinutes(5), Duration.ofHours(1));
    }

    @Test
    void a_check_has_its_own_settings_and_those_of_every_check() {
        var plan = config(READER.read("backonline.yaml", FULL)).services().getFirst();

        assertThat(plan.checks().getFirst().id()).isEqualTo(new CheckId("chat/1-http"));
        assertThat(plan.checks().getFirst().every()).isEqualTo(Duration.ofSeconds(90));
        assertThat(plan.checks().getFirst().timeout()).isEqualTo(Duration.ofMillis(800));
        assertThat(plan.checks().getFirst().settings())
                .isEqualTo(new ExampleKinds.Http.Asking(
                        URI.create("https://chat.example.org/health"),
                        ExampleKinds.Http.Method.LONG_POLL,
                        Map.of("authorization", new Secret("Bearer t0ps3cret")),
                        0,
                        0.5,
                        false,
                        new ExampleKinds.Http.Expected(
                                new ExampleKinds.Http.Statuses(200, 204),
                                Optional.of(Duration.ofMillis(500)),
                                Map.of("$.status", "ok"))));
        assertThat(plan.checks().getLast().timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(plan.rules().getFirst().impact()).isEqualTo(ServiceState.PARTIAL_OUTAGE);
        assertThat(plan.rules().getFirst().fails()).isEqualTo(new Confirmation(2, 3));
        assertThat(plan.service().group()).contains(new Group("family"));
    }

    @Test
    void a_channel_has_its_own_settings_and_those_of_every_channel() {
        var channels = config(READER.read("backonline.yaml", FULL)).channels();

        assertThat(channels.getFirst().settings())
                .isEqualTo(
                        new ExampleKinds.Town.Account(URI.create("https://social.example"), new Secret("t0ps3cret")));
        assertThat(channels.getFirst().subscription())
                .isEqualTo(new Subscription(
                        new ChannelId("square"),
                        Subscription.Audience.PUBLIC,
                        List.of(Locale.ITALIAN, Locale.ENGLISH),
                        EnumSet.complementOf(
                                EnumSet.of(Saying.RECOVERING, Saying.SUMMARY, Saying.RAISED, Saying.CLEARED)),
                        Subscription.Late.SUMMARY,
                        false));
        assertThat(channels.get(1).subscription())
                .isEqualTo(new Subscription(
                        new ChannelId("staff"),
                        Subscription.Audience.INTERNAL,
                        List.of(Locale.ITALIAN),
                        Set.of(Saying.PROBLEM, Saying.RESOLVED),
                        Subscription.Late.DROP,
                        false));
    }

    @Test
    void a_channel_that_carries_all_languages_has_one_thread() {
        var channel = config(READER.read("backonline.yaml", FULL)).channels().getLast();

        assertThat(channel.subscription().languages()).containsExactly(Locale.ITALIAN);
    }

    @Test
    void the_files_own_wording_replaces_a_saying_as_a_whole() {
        var italian = requireNonNull(
                config(READER.read("backonline.yaml", FULL)).languages().get(Locale.ITALIAN));

        assertThat(italian.wording().template(Saying.RESOLVED, Size.LONG))
                .contains("Siamo tornati online: {services}. {url}");
        assertThat(italian.wording().template(Saying.RESOLVED, Size.SHORT)).isEmpty();
        assertThat(italian.wording().template(Saying.PROBLEM, Size.SHORT)).contains("Problemi. {url}");
        assertThat(italian.wording().template(Saying.STILL, Size.LONG))
                .hasValueSatisfying(text -> assertThat(text).startsWith("Stiamo ancora lavorando"));
    }

    @Test
    void what_is_unwise_is_said_and_read_all_the_same() {
        var text = LEAST + "  \nmessages: { it: { resolved: \"Ecco. {url}\" } }\n";

        var read = (Read) READER.read("backonline.yaml", text);

        assertThat(read.warnings())
                .containsExactly(
                        "No canaries are configured: when this machine's own connection fails, all services seem down.",
                        "No channels are configured: only the page tells what happens.",
                        "messages.it is for a language that neither the page nor a channel uses.");
    }

    @Test
    void a_mistake_that_only_shows_in_use_is_told_where_it_stands() {
        var read = (Read) READER.read("backonline.yaml", FULL);

        var mistake = read.places().mistake("channels.staff", "cannot carry it");

        assertThat(mistake).hasToString("backonline.yaml:38:3: channels.staff cannot carry it.");
    }

    @Test
    void a_file_is_read_from_the_disk_and_named_as_it_was_asked_for(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("mine.yaml"), "\uFEFF" + LEAST);

        var config = config(READER.read(file));

        assertThat(config.services()).hasSize(1);
    }

    private static BotConfig config(ConfigReader.Result result) {
        assertThat(result).isInstanceOf(Read.class);
        return ((Read) result).config();
    }

    private static Service service(String id, Optional<Group> group, Set<ServiceId> dependsOn) {
        return new Service(new ServiceId(id), Translated.same("Chat"), group, dependsOn, Optional.empty());
    }
}
