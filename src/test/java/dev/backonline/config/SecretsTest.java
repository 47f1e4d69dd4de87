package dev.backonline.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Secret;
import dev.backonline.config.ConfigReader.Mistaken;
import dev.backonline.config.ConfigReader.Read;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands outside the file is put in where it belongs, and told nowhere. */
class SecretsTest {
    private static final String PLANTED = "s3cr3t-Xy9";
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "TOKEN",
            PLANTED,
            "WORDS",
            PLANTED + " with spaces",
            "HOOK",
            "https://hooks.example/" + PLANTED,
            "SHORT",
            "of",
            "EMPTY",
            "",
            "PORT",
            "7");

    private final ConfigReader reader =
            new ConfigReader(ExampleKinds.PLUGINS, name -> Optional.ofNullable(ENVIRONMENT.get(name)));

    private Path file = Path.of("backonline.yaml");

    @BeforeEach
    void choose(@TempDir Path folder) {
        file = folder.resolve("backonline.yaml");
    }

    @Test
    void a_variable_and_a_file_are_put_in() throws IOException {
        Files.writeString(file.resolveSibling("token"), PLANTED + "\n");

        var channels = read("https://social.example", "${file:token}");

        assertThat(channels)
                .isEqualTo(new ExampleKinds.Town.Account(URI.create("https://social.example"), new Secret(PLANTED)));
    }

    @Test
    void a_placeholder_may_be_a_part_of_a_text() throws IOException {
        var account = read("https://social.example:${env:PORT}7", "Bearer ${env:TOKEN}!");

        assertThat(account)
                .isEqualTo(new ExampleKinds.Town.Account(
                        URI.create("https://social.example:77"), new Secret("Bearer " + PLANTED + "!")));
    }

    @Test
    void what_is_missing_is_told_by_its_name() throws IOException {
        Files.writeString(file.resolveSibling("blank"), "\n");

        assertThat(told("https://social.example", "${env:ABSENT}"))
                .isEqualTo("channels.square.token needs the environment variable 'ABSENT', which is not set.");
        assertThat(told("https://social.example", "${env:EMPTY}"))
                .isEqualTo("channels.square.token needs the environment variable 'EMPTY', which is empty.");
        assertThat(told("https://social.example", "${file:absent}"))
                .isEqualTo("channels.square.token needs the file 'absent', which is not there.");
        assertThat(told("https://social.example", "${file:blank}"))
                .isEqualTo("channels.square.token needs the file 'blank', which is empty.");
        assertThat(told("https://social.example", "${file:.}"))
                .isEqualTo("channels.square.token needs the file '.', which cannot be read.");
        assertThat(told("https://social.example", "${vault:x}"))
                .isEqualTo("channels.square.token holds '${vault:x}', which should be like '${env:NAME}' or"
                        + " '${file:/run/secrets/name}'.");
        assertThat(told("https://social.example", "${env:TOKEN"))
                .isEqualTo("channels.square.token holds '${env:TOKEN', which should be like '${env:NAME}' or"
                        + " '${file:/run/secrets/name}'.");
    }

    @Test
    void a_mistake_shows_the_placeholder_instead_of_the_value() throws IOException {
        assertThat(told("${env:WORDS}", "x"))
                .isEqualTo("channels.square.server: what '${env:WORDS}' stands for is no well-formed address.");
        assertThat(told("${env:HOOK}", "x")).isEqualTo("channels.square.server should have no path '${env:HOOK}'.");
    }

    @Test
    void a_short_value_spoils_no_words() throws IOException {
        assertThat(told("${env:SHORT}", "x"))
                .isEqualTo("channels.square.server: what '${env:SHORT}' stands for is no well-formed address.");
    }

    @Test
    void a_literal_secret_is_not_told_either() throws IOException {
        assertThat(told("https://social.example", " "))
                .isEqualTo("channels.square.token: a secret should not be empty.");
    }

    @Test
    void elsewhere_nothing_is_put_in() throws IOException {
        Files.writeString(file, text("https://social.example", "x").replace("name: Chat", "name: \"${env:TOKEN}\""));

        var mistaken = (Mistaken) reader.read(file);

        assertThat(mistaken.mistakes())
                .singleElement()
                .extracting(ConfigMistake::message)
                .isEqualTo("services.chat.name holds a placeholder, '${env:TOKEN}', but those are read only under"
                        + " channels, canaries, checks and operator.");
    }

    @Test
    void without_secrets_stand_ins_take_their_places() throws IOException {
        Files.writeString(
                file,
                text("${env:ABSENT}", "${file:/absent}")
                        .replace(
                                "{ type: http,",
                                "{ type: http, every: \"${env:EVERY}\", redirects: \"${env:TIMES}\","));

        var result = reader.withoutSecrets().read(file);

        assertThat(result).isInstanceOf(Read.class);
        assertThat(((Read) result).config().channels().getFirst().settings())
                .isEqualTo(new ExampleKinds.Town.Account(
                        URI.create("https://placeholder.invalid"), new Secret("placeholder")));
    }

    @Test
    void without_secrets_a_stand_in_is_never_blamed() throws IOException {
        Files.writeString(file, text("https://social.example/${env:ABSENT}", "x"));

        var result = reader.withoutSecrets().read(file);

        assertThat(result).isInstanceOf(Read.class);
    }

    private Record read(String server, String token) throws IOException {
        Files.writeString(file, text(server, token));
        return ((Read) reader.read(file)).config().channels().getFirst().settings();
    }

    private String told(String server, String token) throws IOException {
        Files.writeString(file, text(server, token));
        var mistakes = ((Mistaken) reader.read(file)).mistakes();
        assertThat(mistakes.toString()).doesNotContain(PLANTED);
        assertThat(mistakes).hasSize(1);
        return mistakes.getFirst().message();
    }

    private static String text(String server, String token) {
        return """
                page: { name: Example, url: "https://status.example.org", languages: [en] }
                services: { chat: { name: Chat, checks: [ { type: http, url: "https://chat.example.org" } ] } }
                channels: { square: { type: town, server: "%s", token: "%s" } }
                """.formatted(server, token);
    }
}
