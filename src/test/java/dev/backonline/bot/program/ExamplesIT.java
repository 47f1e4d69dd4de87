package dev.backonline.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of {@code examples/} is a configuration that starts. */
class ExamplesIT {
    @TempDir
    private Path folder;

    static Stream<Path> examples() throws IOException {
        var root = Path.of(System.getProperty("basedir", ".")).resolve("examples");
        try (var folders = Files.list(root)) {
            return folders.filter(Files::isDirectory).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_starts_and_serves(Path example) {
        var file = example.resolve("backonline.yaml").toAbsolutePath().toString();

        try (var bot = Program.start(folder, Map.of("BACKONLINE_CONFIG", file)).ready()) {
            assertThat(bot.output()).doesNotContain("ERROR");
        }
    }
}
