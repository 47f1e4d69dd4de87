package dev.backonline.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.check.Certificates;
import dev.backonline.config.ConfigReader.Mistaken;
import dev.backonline.config.ConfigReader.Read;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with certificates are read with the file that names them, and what is wrong with one is found there. */
class CertificateFilesTest {
    private final ConfigReader reader = new ConfigReader(Plugins.installed(), _ -> Optional.empty());

    @TempDir
    private Path folder;

    @Test
    void certificates_that_are_there_are_read() throws Exception {
        var certificates = Certificates.forLocalhost();
        Files.writeString(folder.resolve("ca.pem"), certificates.authority().text());
        Files.writeString(
                folder.resolve("us.pem"), certificates.certificate("good").text());
        Files.writeString(folder.resolve("us.key"), certificates.key("good").text());

        var result = reader.read(written());

        assertThat(result).isInstanceOf(Read.class);
    }

    @Test
    void a_file_that_is_not_there_is_named_where_it_is_named() throws Exception {
        var certificates = Certificates.forLocalhost();
        Files.writeString(
                folder.resolve("us.pem"), certificates.certificate("good").text());
        Files.writeString(folder.resolve("us.key"), certificates.key("good").text());

        assertThat(told())
                .singleElement()
                .asString()
                .contains(":11:15: ")
                .contains("needs the file 'ca.pem', which is not there");
    }

    @Test
    void a_file_that_holds_something_else_is_told_without_what_it_holds() throws Exception {
        var certificates = Certificates.forLocalhost();
        Files.writeString(folder.resolve("ca.pem"), "made-up words");
        Files.writeString(
                folder.resolve("us.pem"), certificates.certificate("good").text());
        Files.writeString(folder.resolve("us.key"), certificates.key("other").text());

        assertThat(told()).hasSize(1);
        assertThat(told().toString())
                .contains("what '${file:ca.pem}' stands for is no well-formed value")
                .doesNotContain("made-up words");
    }

    @Test
    void a_key_that_does_not_belong_is_told_at_its_check() throws Exception {
        var certificates = Certificates.forLocalhost();
        Files.writeString(folder.resolve("ca.pem"), certificates.authority().text());
        Files.writeString(
                folder.resolve("us.pem"), certificates.certificate("good").text());
        Files.writeString(folder.resolve("us.key"), certificates.key("other").text());

        assertThat(told())
                .singleElement()
                .asString()
                .contains(":6:9: ")
                .contains("tls.key is not the key of the first certificate");
    }

    @Test
    void without_secrets_no_certificate_is_missed() throws Exception {
        assertThat(reader.withoutSecrets().read(written())).isInstanceOf(Read.class);
    }

    private List<ConfigMistake> told() throws IOException {
        return ((Mistaken) reader.read(written())).mistakes();
    }

    private Path written() throws IOException {
        return Files.writeString(folder.resolve("backonline.yaml"), """
                page: { name: Example, url: "https://status.example.org", languages: [en] }
                services:
                  chat:
                    name: Chat
                    checks:
                      - type: http
                        url: "https://chat.example.org"
                        version: 2
                        ip: 4
                        tls:
                          ca: "${file:ca.pem}"
                          certificate: "${file:us.pem}"
                          key: "${file:us.key}"
                          minimum: 1.3
                channels: { here: { type: console } }
                """);
    }
}
