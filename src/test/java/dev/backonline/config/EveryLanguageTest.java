package dev.backonline.config;

import dev.backonline.house.Golden;
import dev.backonline.message.Facts;
import dev.backonline.message.Language;
import dev.backonline.message.Renderer;
import dev.backonline.message.Saying;
import dev.backonline.message.Size;
import dev.backonline.page.LanguageFile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that is said, in every language that is built in, as people read it: to be read again whenever it changes. */
class EveryLanguageTest {
    private static final Instant SINCE = Instant.parse("2026-11-24T20:04:00Z");
    private static final Instant AT = Instant.parse("2026-11-24T20:32:00Z");

    static List<String> builtIn() {
        return Languages.builtIn();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void everything_reads_as_reviewed(String tag) {
        var language = LanguageFile.read(Locale.forLanguageTag(tag));

        var said = Arrays.stream(Saying.values())
                .flatMap(saying -> said(language, saying))
                .collect(Collectors.joining("\n"));

        Golden.matches("messages/%s.txt".formatted(tag), said);
    }

    private static Stream<String> said(Language language, Saying saying) {
        var words = facts(List.of("Messages"), false, Duration.ofHours(1)).saying("(a person's words)");
        return switch (saying) {
            case SCHEDULED, STARTED, COMPLETED, CANCELLED ->
                spoken(language, saying, planned(words, Duration.ofDays(1)));
            case RAISED, CLEARED -> spoken(language, saying, alarmed(words));
            case NOTE -> spoken(language, saying, words);
            case PROBLEM, RESOLVED, CORRECTION ->
                Stream.concat(usual(language, saying), spoken(language, saying, words));
            case STILL, WORSE, BETTER, RECOVERING, AGAIN, INTERMITTENT, SUMMARY -> usual(language, saying);
        };
    }

    private static Stream<String> spoken(Language language, Saying saying, Facts words) {
        return Stream.of(text(language, saying, Size.LONG, words), text(language, saying, Size.SHORT, words));
    }

    /** As it is told so long ahead. */
    private static Facts planned(Facts facts, Duration ahead) {
        return new Facts(
                facts.services(),
                facts.page(),
                facts.url(),
                facts.zone(),
                facts.at().minus(ahead),
                facts.since(),
                facts.until(),
                Optional.empty(),
                Optional.empty(),
                facts.detail(),
                Optional.of("(title)"));
    }

    private static Facts alarmed(Facts facts) {
        return new Facts(
                facts.services(),
                facts.page(),
                facts.url(),
                facts.zone(),
                facts.at(),
                facts.since(),
                facts.until(),
                Optional.empty(),
                Optional.of("(remedy)"),
                Optional.of("(reason)"),
                Optional.of("(what it is)"));
    }

    private static Stream<String> usual(Language language, Saying saying) {
        return Stream.of(
                text(language, saying, Size.LONG, facts(List.of("Messages"), true, Duration.ofMinutes(20))),
                text(
                        language,
                        saying,
                        Size.LONG,
                        facts(List.of("Messages", "Photos", "Calls"), false, Duration.ofHours(26))),
                text(language, saying, Size.SHORT, facts(List.of("Messages", "Photos"), false, Duration.ofHours(1))));
    }

    private static String text(Language language, Saying saying, Size size, Facts facts) {
        var text = new Renderer(List.of(language)).render(language.locale(), saying, size, facts);
        return "%s, %s%n%s%n".formatted(saying.key(), size.key(), text);
    }

    private static Facts facts(List<String> services, boolean workaround, Duration lasting) {
        return new Facts(
                services,
                "Harbour",
                URI.create("https://status.example.org/incidents/v3i5nozdvfs6"),
                ZoneId.of("Europe/Rome"),
                AT,
                SINCE,
                Optional.of(SINCE.plus(lasting)),
                Optional.of(lasting),
                workaround ? Optional.of("(workaround)") : Optional.empty());
    }
}
