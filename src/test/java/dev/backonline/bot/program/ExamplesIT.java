package dev.backonline.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of {@code examples/} is a configuration that starts. */
class ExamplesIT {
    private static final Pattern SECRET = Pattern.compile("\\$\\{env:(\\w+)}");

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
    void an_example_starts_and_serves(Path example) throws IOException {
        var file = example.resolve("backonline.yaml").toAbsolutePath();
        var environment = secrets(file);
        environment.put("BACKONLINE_CONFIG", file.toString());

        try (var bot = Program.start(folder, environment).ready()) {
            assertThat(bot.output()).doesNotContain("ERROR");
        }
    }

    /** A made-up value for each one that the file wants from the environment. */
    private static Map<String, String> secrets(Path file) throws IOException {
        return SECRET.matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .collect(Collectors.toMap(name -> name, "made-up-"::concat, (one, _) -> one, HashMap::new));
    }
}
