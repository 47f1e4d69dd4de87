package dev.backonline.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Maintenance;
import dev.backonline.incident.Status;
import dev.backonline.message.Saying;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language has every word of the page, with the same variables, and no word that nobody says. */
class WordsTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    static List<String> languages() {
        var folder = Path.of(System.getProperty("basedir", "."), "src/main/resources/messages");
        return Arrays.stream(Objects.requireNonNull(folder.toFile().list()))
                .map(file -> file.replace(".yaml", ""))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void the_languages_have_the_same_words_with_the_same_variables(String tag) {
        var words = LanguageFile.read(Locale.forLanguageTag(tag)).page();
        var english = LanguageFile.read(Locale.ENGLISH).page();

        assertThat(words.keySet()).isEqualTo(english.keySet());
        assertThat(words)
                .allSatisfy((key, text) ->
                        assertThat(variables(text)).as(key).isEqualTo(variables(english.getOrDefault(key, ""))));
    }

    @Test
    void every_word_is_said_and_what_is_said_has_a_word() throws IOException {
        var words = LanguageFile.read(Locale.ENGLISH).page().keySet();

        assertThat(words).isEqualTo(said());
    }

    private static Set<String> said() throws IOException {
        var said = new TreeSet<>(Set.of("headline-also"));
        Arrays.stream(Tone.values()).map(tone -> "headline-" + tone.key()).forEach(said::add);
        Stream.of("working", "maintenance", "unknown", "degraded", "partial", "major")
                .map(state -> "state-" + state)
                .forEach(said::add);
        Arrays.stream(Saying.values())
                .filter(saying -> saying != Saying.SUMMARY && !saying.isOfMaintenance() && !saying.isOfAlarm())
                .map(saying -> "said-" + saying.key())
                .forEach(said::add);
        Arrays.stream(Status.values())
                .map(status -> "status-" + status.name().toLowerCase(Locale.ROOT))
                .forEach(said::add);
        Arrays.stream(Maintenance.Stage.values())
                .map(stage -> "status-" + stage.name().toLowerCase(Locale.ROOT))
                .forEach(said::add);
        said.addAll(found("src/main/resources/page", "words\\.([a-z-]+)"));
        said.addAll(found("src/main/java/dev/backonline/page", "word\\(\\s*\"([a-z-]+[a-z])\""));
        said.addAll(found("src/main/java/dev/backonline/message", "word\\(\\s*\"([a-z-]+[a-z])\""));
        said.addAll(found("src/main/java/dev/backonline/bot", "word\\(\\s*\"([a-z-]+[a-z])\""));
        return said;
    }

    private static List<String> found(String folder, String pattern) throws IOException {
        try (var files = Files.walk(Path.of(System.getProperty("basedir", "."), folder))) {
            var texts = files.filter(Files::isRegularFile).map(WordsTest::text).collect(Collectors.joining("\n"));
            return Pattern.compile(pattern)
                    .matcher(texts)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> variables(String text) {
        return VARIABLE.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }
}
