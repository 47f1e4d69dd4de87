package dev.backonline.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.config.ConfigReader.Read;
import dev.backonline.message.Language;
import dev.backonline.message.Saying;
import dev.backonline.message.Size;
import dev.backonline.message.TemplateCheck;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanguagesTest {
    private static final ConfigReader READER = new ConfigReader(ExampleKinds.PLUGINS, name -> Optional.empty());

    static List<String> builtIn() {
        return Languages.builtIn();
    }

    @Test
    void the_files_themselves_are_the_list_of_languages() {
        assertThat(Languages.builtIn()).contains("en", "it");
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void a_built_in_language_says_everything_at_length_and_in_short(String tag) {
        var language = spoken(tag, "");

        for (var saying : Saying.values()) {
            for (var size : Size.values()) {
                assertThat(language.wording().template(saying, size))
                        .as("%s %s %s", tag, saying, size)
                        .hasValueSatisfying(text ->
                                assertThat(new TemplateCheck().check(text)).isEmpty());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void a_built_in_language_has_the_same_words_as_english(String tag) {
        var english = spoken("en", "");

        var language = spoken(tag, "");

        assertThat(language.units()).containsOnlyKeys(english.units().keySet());
        assertThat(language.units().values())
                .allSatisfy(forms -> assertThat(forms).hasSize(2));
        assertThat(language.page()).containsOnlyKeys(english.page().keySet());
    }

    @Test
    void a_region_speaks_its_language() {
        var british = spoken("en-GB", "messages: { en: { problem: \"Trouble. {url}\" } }");

        assertThat(british.locale()).isEqualTo(Locale.UK);
        assertThat(british.wording().template(Saying.PROBLEM, Size.LONG)).contains("Trouble. {url}");
        assertThat(british.wording().template(Saying.STILL, Size.LONG))
                .isEqualTo(spoken("en", "").wording().template(Saying.STILL, Size.LONG));
    }

    @Test
    void a_language_of_the_files_own_says_what_the_file_says() {
        var sayings = Scalars.names(Saying.class).stream()
                .collect(Collectors.toMap(saying -> saying, saying -> "\"%s: {url}\"".formatted(saying)));

        var dutch = spoken("nl", "messages: { nl: %s }".formatted(flow(sayings)));

        assertThat(dutch.wording().template(Saying.AGAIN, Size.LONG)).contains("again: {url}");
        assertThat(dutch.page()).isEqualTo(spoken("en", "").page());
    }

    private static String flow(Map<String, String> sayings) {
        return sayings.entrySet().stream()
                .map(saying -> saying.getKey() + ": " + saying.getValue())
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static Language spoken(String tag, String messages) {
        var text = """
                page: { name: Example, url: "https://status.example.org", languages: [%s] }
                services: { chat: { name: Chat } }
                %s
                """.formatted(tag, messages);
        var read = (Read) READER.read("backonline.yaml", text);
        return read.config().languages().values().iterator().next();
    }
}
