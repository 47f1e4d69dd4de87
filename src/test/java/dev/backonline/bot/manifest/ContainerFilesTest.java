package dev.backonline.bot.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerFilesTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir", "."));
    private static final Pattern COPIED = Pattern.compile("(?m)^COPY (?:--\\S+ )*(\\S+) \\S+$");

    @ParameterizedTest
    @ValueSource(strings = {"jvm.Containerfile", "native.Containerfile"})
    void an_image_has_a_certain_base_labels_and_a_user_that_is_not_root(String name) throws IOException {
        var text = read(name);

        assertThat(values(text, "FROM"))
                .singleElement()
                .asString()
                .matches("[a-z-]+:[a-z0-9.-]+")
                .doesNotEndWith(":latest");
        assertThat(values(text, "USER")).containsExactly("10001:10001");
        assertThat(values(text, "EXPOSE")).containsExactly("8080 9000");
        assertThat(text)
                .contains("org.opencontainers.image.title=")
                .contains("org.opencontainers.image.licenses=\"Apache-2.0\"")
                .contains("org.opencontainers.image.version=\"$VERSION\"")
                .contains("org.opencontainers.image.revision=\"$REVISION\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm.Containerfile", "native.Containerfile"})
    void what_is_copied_is_in_the_repository_or_made_by_the_build_and_not_kept_from_the_image(String name)
            throws IOException {
        var let = Files.readAllLines(ROOT.resolve(".dockerignore")).stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();

        var copied = COPIED.matcher(read(name))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(copied).isNotEmpty().allSatisfy(file -> {
            assertThat(file.startsWith("target/") || Files.exists(ROOT.resolve(file)))
                    .isTrue();
            assertThat(let).anyMatch(one -> file.matches(one.replace(".", "\\.").replace("*", "[^/]*") + "(/.*)?"));
        });
    }

    @Test
    void the_user_of_the_images_is_that_of_the_pods() throws IOException {
        var deployment = Files.readString(Rendering.DEPLOY.resolve("base/bot/deployment.yaml"));

        assertThat(deployment).contains("runAsUser: 10001\n").contains("runAsGroup: 10001\n");
    }

    private static String read(String name) throws IOException {
        return Files.readString(Rendering.DEPLOY.resolve("container").resolve(name));
    }

    private static List<String> values(String text, String instruction) {
        return text.lines()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1))
                .toList();
    }
}
