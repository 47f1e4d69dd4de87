package dev.backonline.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.config.ConfigReader.Mistaken;
import dev.backonline.config.ConfigReader.Read;
import dev.backonline.message.Saying;
import dev.backonline.page.brand.Branding;
import dev.backonline.page.brand.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code page} says of pictures, colours, links and words, and the files that it names. */
class BrandingTest {
    private static final ConfigReader READER = new ConfigReader(ExampleKinds.PLUGINS, name -> Optional.empty());
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 1, 2, 3};

    @TempDir
    private Path folder;

    private Read read(String keys) throws IOException {
        var result = result(keys);
        assertThat(result).isInstanceOf(Read.class);
        return (Read) result;
    }

    private List<String> mistakes(String keys) throws IOException {
        var result = result(keys);
        assertThat(result).isInstanceOf(Mistaken.class);
        return ((Mistaken) result)
                .mistakes().stream()
                        .map(it -> "%d:%d: %s".formatted(it.line(), it.column(), it.message()))
                        .toList();
    }

    private ConfigReader.Result result(String keys) throws IOException {
        var file = Files.writeString(folder.resolve("backonline.yaml"), """
                page:
                  name: Example
                  url: https://status.example.org
                  languages: [en]
                %sservices: { chat: { name: Chat } }
                """.formatted(keys.indent(2)));
        return READER.read(file);
    }

    @Test
    void without_a_word_of_it_the_page_is_ours() throws IOException {
        var branding = read("").config().branding();

        assertThat(branding).isEqualTo(Branding.NONE);
    }

    @Test
    void files_are_found_beside_the_configuration_and_known_by_their_content() throws IOException {
        Files.write(folder.resolve("logo.bin"), PNG);
        Files.writeString(folder.resolve("icon"), "<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>");
        Files.writeString(folder.resolve("page.css"), "h1 { color: red }");

        var branding =
                read("logo: logo.bin\nicon: icon\ncss: page.css").config().branding();

        assertThat(branding.logo()).hasValueSatisfying(logo -> {
            assertThat(logo.format()).isEqualTo(Picture.Format.PNG);
            assertThat(logo.bytes()).isEqualTo(PNG);
        });
        assertThat(branding.icon().map(Picture::format)).contains(Picture.Format.SVG);
        assertThat(branding.css()).contains("h1 { color: red }");
    }

    @Test
    void every_file_that_cannot_serve_is_named_at_its_key() throws IOException {
        Files.writeString(folder.resolve("text.png"), "no picture");
        Files.write(folder.resolve("large.png"), new byte[64 * 1024 + 1]);
        Files.write(folder.resolve("latin.css"), new byte[] {'a', (byte) 0xe8, 'b'});

        assertThat(mistakes("logo: text.png\nicon: large.png\ncss: latin.css"))
                .containsExactly(
                        "5:9: page.logo names 'text.png', which is no SVG, PNG, JPEG, WebP, GIF or ICO.",
                        "6:9: page.icon names 'large.png', which is larger than 64 KiB.",
                        "7:8: page.css names 'latin.css', which is no text in UTF-8.");
        Files.writeString(folder.resolve("nothing"), "");
        assertThat(mistakes("logo: absent.svg\nicon: nothing\ncss: ."))
                .containsExactly(
                        "5:9: page.logo names 'absent.svg', which is not there.",
                        "6:9: page.icon names 'nothing', which is empty.",
                        "7:8: page.css names '.', which cannot be read.");
    }

    @Test
    void colours_that_cannot_be_read_are_refused() throws IOException {
        assertThat(mistakes("colours: { light: { accent: \"#ffcc00\" }, dark: { ink: \"#333\" } }"))
                .containsExactly(
                        "5:31: page.colours.light.accent makes accent '#ffcc00' on paper '#f6f6f3' hard to read:"
                                + " the contrast is 1.3:1 and should be at least 4.5:1.",
                        "5:57: page.colours.dark.ink makes ink '#333333' on paper '#121416' hard to read:"
                                + " the contrast is 1.4:1 and should be at least 4.5:1.");
        assertThat(mistakes("colors: { light: { accent: red } }"))
                .containsExactly("5:3: page has no key 'colors'; known: accounts, colours, css, frame-ancestors, icon,"
                        + " languages, links, logo, name, url, words, zone. Did you mean 'colours'?");
        assertThat(mistakes("colours: { light: { accent: red } }"))
                .containsExactly("5:31: page.colours.light.accent: 'red' should be a colour such as \"#1f4fa8\".");
    }

    @Test
    void frames_are_refused_that_would_change_the_policy() throws IOException {
        assertThat(read("frame-ancestors: [self, \"https://www.example.org\"]")
                        .config()
                        .branding()
                        .contentSecurityPolicy())
                .endsWith("; frame-ancestors 'self' https://www.example.org")
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(mistakes("frame-ancestors: [none, self]"))
                .containsExactly("5:20: page.frame-ancestors should name nothing beside 'none' or 'any'.");
        assertThat(mistakes("frame-ancestors: []"))
                .containsExactly("5:20: page.frame-ancestors should name at least one; 'none' stands for nobody.");
    }

    @Test
    void words_of_the_files_own_are_said_and_others_stay() throws IOException {
        var words = read("words: { en: { services: Our houses, headline-major: \"Oh no: {services}\" } }")
                .config()
                .languages()
                .get(Locale.ENGLISH);

        Objects.requireNonNull(words);
        assertThat(words.word("services")).isEqualTo("Our houses");
        assertThat(words.word("headline-major")).isEqualTo("Oh no: {services}");
        assertThat(words.word("past")).isEqualTo("Past incidents");
    }

    @Test
    void words_that_nobody_says_or_that_lack_their_variables_are_mistakes() throws IOException {
        assertThat(mistakes("words: { en: { headline-major: Oh no, uptime: \"{share}\", past: \" \" } }"))
                .containsExactly(
                        "5:34: page.words.en.headline-major should name {services}.",
                        "5:49: page.words.en.uptime names {share}, which nothing is put in for.",
                        "5:66: page.words.en.past is empty, but should say something.");
        assertThat(mistakes("words: { en: { headline-majr: \"{services}\" } }"))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake)
                        .startsWith("5:18: page.words.en has no key 'headline-majr'; known: ")
                        .endsWith("Did you mean 'headline-major'?"));
    }

    @Test
    void a_page_in_a_language_without_words_is_warned_of() throws IOException {
        var sayings = Scalars.names(Saying.class).stream()
                .map("%s: \"{url}\""::formatted)
                .toList();
        var file = Files.writeString(folder.resolve("backonline.yaml"), """
                page: { name: Example, url: "https://status.example.org", languages: [ar] }
                services: { chat: { name: Chat } }
                messages: { ar: { %s } }
                """.formatted(String.join(", ", sayings)));

        var read = (Read) READER.read(file);

        assertThat(read.warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .matches(
                                "page.languages names 'ar', which is not built in: the page says \\d+ things in English,"
                                        + " until page.words.ar has words for them\\."));
    }
}
