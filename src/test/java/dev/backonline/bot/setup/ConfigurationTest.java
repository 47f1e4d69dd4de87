package dev.backonline.bot.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.config.ConfigReader;
import dev.backonline.config.ConfigReader.Mistaken;
import dev.backonline.config.ConfigReader.Read;
import dev.backonline.config.Plugins;
import dev.backonline.message.Saying;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading with all that is installed, and the setting of every message before it is needed. */
class ConfigurationTest {
    private static final URI SOMEWHERE = URI.create("http://127.0.0.1:8081");

    @TempDir
    private Path folder;

    private Path file(String name, String limit) throws IOException {
        return Files.writeString(folder.resolve("backonline.yaml"), """
                page: { name: Example, url: "https://status.example.org", languages: [en], zone: Europe/Rome }
                services:
                  chat: { name: "%s", checks: [ { type: http, url: "http://127.0.0.1:8081/" } ] }
                channels:
                  square: { type: mastodon, server: "http://127.0.0.1:8082", token: made-up, max-characters: %s }
                """.formatted(name, limit));
    }

    @Test
    void the_demonstration_has_no_mistakes() {
        var result = Configuration.installed().demonstration(SOMEWHERE, SOMEWHERE);

        assertThat(result).isInstanceOf(Read.class);
    }

    @Test
    void a_message_that_can_not_fit_is_a_mistake_with_its_place_and_both_lengths() throws IOException {
        var result = Configuration.installed().read(file("Chat", "60"));

        assertThat(result).isInstanceOf(Mistaken.class);
        assertThat(((Mistaken) result).report("Not starting."))
                .anySatisfy(line -> assertThat(line)
                        .startsWith(folder.resolve("backonline.yaml") + ":5:")
                        .contains("channels.square has no wording of 'problem' in 'en' that fits: the shortest has ")
                        .contains(", at most 60 are taken; shorten messages.en.problem.short or the names.")
                        .endsWith("Not starting."));
    }

    @Test
    void a_long_name_is_said_in_the_short_form_where_the_long_one_is_too_long() throws IOException {
        var result = Configuration.installed().read(file("The longest name of a service there is", "230"));

        var proofs = new Proofreader(((Read) result).config()).proofs();

        assertThat(proofs).allMatch(Proof::fits);
        assertThat(proofs)
                .filteredOn(proof ->
                        proof.saying() == Saying.PROBLEM && proof.language().equals(Locale.ENGLISH))
                .singleElement()
                .extracting(Proof::text)
                .asString()
                .contains("We're working on it.");
    }

    @ParameterizedTest
    @CsvSource({
        ", 'channels.sky needs the setting BACKONLINE_KEY: the credentials that bluesky gives out are kept under it'",
        "bWFkZS11cA==, 'channels.sky needs a good BACKONLINE_KEY: it should be 32 bytes in Base64, and is 7'"
    })
    void credentials_that_change_need_a_good_key(@Nullable String key, String complaint) throws IOException {
        var result = keyed(key).read(sky());

        assertThat(result).isInstanceOf(Mistaken.class);
        assertThat(((Mistaken) result).report("Not starting.").getFirst())
                .startsWith(folder.resolve("backonline.yaml") + ":5:")
                .contains(complaint)
                .doesNotContain("bWFkZS11cA==");
    }

    @Test
    void with_a_good_key_or_without_any_secrets_they_are_fine() throws IOException {
        assertThat(keyed("bWFkZS11cC1rZXktb2YtZXhhY3RseS0zMi1ieXRlcyE=").read(sky()))
                .isInstanceOf(Read.class);
        assertThat(keyed(null).withoutSecrets().read(sky())).isInstanceOf(Read.class);
    }

    private static Configuration keyed(@Nullable String key) {
        var reader = new ConfigReader(Plugins.installed(), _ -> Optional.empty());
        return Configuration.of(reader, () -> Optional.ofNullable(key));
    }

    private Path sky() throws IOException {
        return Files.writeString(folder.resolve("backonline.yaml"), """
                page: { name: Example, url: "https://status.example.org", languages: [en], zone: Europe/Rome }
                services:
                  chat: { name: Chat, checks: [ { type: http, url: "http://127.0.0.1:8081/" } ] }
                channels:
                  sky: { type: bluesky, handle: status.social.example, app-password: made-up }
                """);
    }
}
