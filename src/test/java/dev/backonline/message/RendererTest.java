package dev.backonline.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lists, times and durations in two languages, and the fitting into a length. */
class RendererTest {
    private static final Instant START = Instant.parse("2026-11-22T20:04:00Z");
    private static final Facts FACTS = new Facts(
            List.of("WhatsApp", "Instagram", "Facebook"),
            "Status",
            URI.create("https://status.example.org/incidents/abc"),
            ZoneId.of("Europe/Rome"),
            START.plusSeconds(60),
            START,
            Optional.empty(),
            Optional.of(Duration.ofMinutes(20)),
            Optional.of("Calls work."));
    private static final Language ITALIAN = language(
            Locale.ITALIAN,
            Map.of(
                    "minute",
                    List.of("minuto", "minuti"),
                    "hour",
                    List.of("ora", "ore"),
                    "day",
                    List.of("giorno", "giorni")));
    private static final Language ENGLISH = language(
            Locale.ENGLISH,
            Map.of(
                    "minute",
                    List.of("minute", "minutes"),
                    "hour",
                    List.of("hour", "hours"),
                    "second",
                    List.of("second", "seconds")));

    private static Language language(Locale locale, Map<String, List<String>> units) {
        return new Language(locale, new Wording(Map.of()), units, Map.of());
    }

    private static String rendered(Language language, String template, Facts facts) {
        var spoken = language.with(new Wording(Map.of(Saying.PROBLEM, Map.of(Size.LONG, template))));
        return new Renderer(List.of(spoken)).render(language.locale(), Saying.PROBLEM, Size.LONG, facts);
    }

    private static Facts lasting(Duration duration) {
        return new Facts(
                FACTS.services(),
                FACTS.page(),
                FACTS.url(),
                FACTS.zone(),
                START.plus(duration),
                START,
                Optional.of(START.plus(duration)),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void services_are_joined_as_the_language_does_it() {
        var italian = rendered(ITALIAN, "{services}", FACTS);
        var english = rendered(ENGLISH, "{services}", FACTS);

        assertThat(italian).isEqualTo("WhatsApp, Instagram e Facebook");
        assertThat(english).isEqualTo("WhatsApp, Instagram, and Facebook");
    }

    @Test
    void times_are_the_pages_own_with_the_zone_named_once() {
        var alone = rendered(ITALIAN, "{since}", FACTS);
        var italian = rendered(ITALIAN, "{since}–{until}", lasting(Duration.ofMinutes(27)));
        var english = rendered(ENGLISH, "{since}–{until}", lasting(Duration.ofMinutes(27)));

        assertThat(alone).isEqualTo("21:04 CET");
        assertThat(italian).isEqualTo("21:04–21:31 CET");
        assertThat(english).isEqualTo("9:04 PM–9:31 PM CET");
    }

    @Test
    void a_time_of_another_day_names_the_day() {
        var text = rendered(ITALIAN, "{since}–{until}", lasting(Duration.ofHours(5)));

        assertThat(text).isEqualTo("22 nov 2026, 21:04–02:04 CET");
    }

    @Test
    void durations_are_said_in_words() {
        var minutes = rendered(ITALIAN, "{duration}", lasting(Duration.ofMinutes(27)));
        var one = rendered(ENGLISH, "{duration}", lasting(Duration.ofSeconds(61)));
        var seconds = rendered(ENGLISH, "{duration}", lasting(Duration.ofSeconds(42)));
        var hours = rendered(ITALIAN, "{duration}", lasting(Duration.ofMinutes(65)));
        var days = rendered(ITALIAN, "{duration}", lasting(Duration.ofHours(49)));

        assertThat(List.of(minutes, one, seconds, hours, days))
                .containsExactly("27 minuti", "1 minute", "42 seconds", "1 ora e 5 minuti", "2 giorni e 1 ora");
    }

    @Test
    void an_optional_part_is_there_only_with_its_fact() {
        var template = "Problem.{#if workaround} {workaround}{/if}{#if nextUpdate} Again in {nextUpdate}.{/if} {url}";

        var with = rendered(ENGLISH, template, FACTS);
        var without = rendered(ENGLISH, template, FACTS.essential());

        assertThat(with)
                .isEqualTo("Problem. Calls work. Again in 20 minutes. https://status.example.org/incidents/abc");
        assertThat(without).isEqualTo("Problem. https://status.example.org/incidents/abc");
    }

    @Test
    void what_is_too_long_is_said_shorter_and_never_cut() {
        var wording = new Wording(Map.of(
                Saying.PROBLEM,
                Map.of(
                        Size.LONG,
                        "A long text about {services}.",
                        Size.SHORT,
                        "{services}{#if nextUpdate} ({nextUpdate}){/if}")));
        var renderer = new Renderer(List.of(ENGLISH.with(wording)));

        var texts = List.of(60, 46, 40, 20).stream()
                .map(most -> new Limit(most, "graphemes", Measure.graphemes()))
                .map(limit -> renderer.fit(Locale.ENGLISH, Saying.PROBLEM, FACTS, limit))
                .map(message -> message.map(Message::text).orElse("does not fit"))
                .toList();

        assertThat(texts)
                .containsExactly(
                        "A long text about WhatsApp, Instagram, and Facebook.",
                        "WhatsApp, Instagram, and Facebook (20 minutes)",
                        "WhatsApp, Instagram, and Facebook",
                        "does not fit");
    }

    @Test
    void what_looks_like_a_template_in_a_name_is_only_a_name() {
        var facts = new Facts(
                List.of("{url} {#if x}"),
                FACTS.page(),
                FACTS.url(),
                FACTS.zone(),
                START,
                START,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        var text = rendered(ENGLISH, "{services}", facts);

        assertThat(text).isEqualTo("{url} {#if x}");
    }
}
