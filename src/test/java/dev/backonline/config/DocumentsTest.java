package dev.backonline.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.backonline.config.ConfigReader.Read;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference and the schema are what the settings records say. */
class DocumentsTest {
    private static final Plugins INSTALLED = Plugins.installed();

    /** The sample of the design, of the kinds that there are. */
    private static final String SAMPLE = """
            page:
              name: WhatsApp
              url: https://status.example.org
              languages: [it, en]            # the first is the default
              zone: Europe/Rome

            canaries:
              - { type: tcp, host: "resolver.example.net:53", every: 5s }

            services:
              chat:
                name: WhatsApp
                group: family
                checks:
                  - type: http
                    url: https://chat.example.org/health
                    every: 10s
                    timeout: 3s
                    expect: { status: 200-299, within: 800ms, json: { $.status: ok } }
                    impact: major
                  - type: tls
                    host: chat.example.org:443
                    days-left: 14
                    impact: degraded
                fails: 3 of 5
                recovers: 3 of 3
                workaround: { it: "Le chiamate funzionano.", en: "Calls still work." }
              photos:
                name: Instagram
                group: family
                depends-on: [chat]
                checks: [ { type: http, url: "https://photos.example.org", headers: { authorization: "${env:T}" } } ]

            publish:
              problem-after: 60s
              recovered-after: 60s
              reopen-within: 30m
              join-within: 2m
              still-every: [20m, 20m, 20m, 20m, 20m, 20m, 1h]
              approve: never

            channels:
              town-square: { type: mastodon, server: "https://social.example", token: "${file:/run/secrets/mastodon}", languages: [it] }
              staff:       { type: slack-webhook, url: "${env:SLACK_URL}", audience: internal }
              partners:    { type: webhook, url: "https://partner.example/hook", secret: "${env:PARTNER_SECRET}" }
              room:        { type: discord-webhook, url: "${env:DISCORD_URL}", on-unknown: hold }
              desk:        { type: console }

            messages:
              it:
                problem: "Potresti notare problemi con {services} al momento. Ne siamo al corrente e stiamo lavorando per far funzionare tutto di nuovo. Vi aggiorneremo, e nel frattempo grazie per la pazienza. {url}"
                resolved: "Siamo tornati online: {services}, {since}–{until}. {url}"
            """;

    @Test
    void the_reference_is_up_to_date() {
        new CommittedFile("docs/CONFIG.md").isUpToDate(ConfigReference.of(INSTALLED));
    }

    @Test
    void the_schema_is_up_to_date() {
        new CommittedFile("docs/backonline.schema.json").isUpToDate(ConfigSchema.of(INSTALLED));
    }

    @Test
    void the_designs_sample_is_read() {
        var reader = new ConfigReader(INSTALLED, name -> Optional.empty()).withoutSecrets();

        var result = reader.read("backonline.yaml", SAMPLE);

        assertThat(result).isInstanceOf(Read.class);
        assertThat(((Read) result).warnings()).isEmpty();
    }

    @Test
    void the_schema_accepts_the_designs_sample() {
        var complaints = schema().validate(ConfigSchema.json(SAMPLE).toString(), InputFormat.JSON);

        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zone: Europe/Rome | colour: red",
                "url: https://status.example.org | url: status.example.org",
                "type: http | type: htpp",
                "every: 10s | every: -10s",
                "impact: major | impact: awful",
                "fails: 3 of 5 | fails: often",
                "days-left: 14 | days-left: many",
                "problem-after: 60s | problem-after: 60",
                "resolved: | solved:"
            })
    void the_schema_refuses_what_the_reader_refuses(String good, String bad) {
        var spoilt = SAMPLE.replace(good, bad);

        var complaints = schema().validate(ConfigSchema.json(spoilt).toString(), InputFormat.JSON);

        assertThat(complaints).isNotEmpty();
        assertThat(new ConfigReader(INSTALLED, name -> Optional.empty())
                        .withoutSecrets()
                        .read("backonline.yaml", spoilt))
                .isInstanceOf(ConfigReader.Mistaken.class);
    }

    @Test
    void every_default_and_every_example_is_well_formed() {
        var complaints = new SettingsTour(INSTALLED)
                .components()
                .flatMap(component -> Stream.of(
                                ConfigSchema.setting(component).fallback(),
                                ConfigSchema.setting(component).example())
                        .filter(text -> !text.isEmpty())
                        .flatMap(text -> SettingsTour.complaints(INSTALLED, component, text).stream()))
                .toList();

        assertThat(complaints).isEmpty();
    }

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ConfigSchema.of(INSTALLED));
    }
}
