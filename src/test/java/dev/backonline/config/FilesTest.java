package dev.backonline.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.config.ConfigReader.Mistaken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes that concern a file before its text. */
class FilesTest {
    private static final ConfigReader READER = new ConfigReader(ExampleKinds.PLUGINS, name -> Optional.empty());

    private Path file = Path.of("backonline.yaml");

    @BeforeEach
    void choose(@TempDir Path folder) {
        file = folder.resolve("backonline.yaml");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThat(told()).isEqualTo(": there is no such file.");
    }

    @Test
    void a_folder_is_no_file() throws IOException {
        Files.createDirectory(file);

        var told = told();

        assertThat(told).isEqualTo(": this is a folder, not a file.");
    }

    @Test
    void a_huge_file_is_refused_before_it_is_read() throws IOException {
        try (var large = Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            large.position(1L << 33);
            large.write(ByteBuffer.wrap(new byte[] {'\n'}));
        }

        var told = told();

        assertThat(told).isEqualTo(": the file is larger than 8 MiB, the most that is read.");
    }

    @Test
    void what_is_not_utf_8_is_found_where_it_begins() throws IOException {
        Files.write(file, "page:\n  name: Caffè\n".getBytes(StandardCharsets.ISO_8859_1));

        var told = told();

        assertThat(told).isEqualTo(":2:13: the file is not UTF-8 from here on.");
    }

    @Test
    void what_happens_next_is_said_with_each_mistake() {
        var mistaken = (Mistaken) READER.read("backonline.yaml", "[]");

        assertThat(mistaken.report("Nothing changes."))
                .containsExactly("backonline.yaml:1:1: the file is a list, but should be a map, such as { key: value }."
                        + " Nothing changes.");
    }

    private String told() {
        var mistaken = (Mistaken) READER.read(file);
        assertThat(mistaken.mistakes()).hasSize(1);
        return mistaken.mistakes()
                .getFirst()
                .toString()
                .substring(file.toString().length());
    }
}
