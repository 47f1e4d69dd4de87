package dev.backonline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentationTest {

    @TempDir
    private Path folder;

    @Test
    void every_package_and_type_says_what_it_is() throws IOException {
        var violations = Documentation.violations(House.MAIN, House.TEST);

        assertThat(violations).isEmpty();
    }

    @Test
    void a_type_without_a_sentence_is_found() throws IOException {
        describePackage("/** Where dogs bark. */ @NullMarked");
        write("/** Says what it is. */ class Talking {}", "Talking");
        write("/** */ class Mumbling {}", "Mumbling");
        var silent = write("class Silent {}", "Silent");

        var violations = Documentation.violations(folder);

        assertThat(violations)
                .containsExactlyInAnyOrder(
                        folder.resolve("Mumbling.java") + ":2: Mumbling lacks a sentence that says what it is",
                        silent + ":2: Silent lacks a sentence that says what it is");
    }

    @Test
    void a_test_needs_no_sentence_beyond_its_names() throws IOException {
        describePackage("/** Where dogs bark. */ @NullMarked");
        write("class BarkTest {}", "BarkTest");

        var violations = Documentation.violations(folder);

        assertThat(violations).isEmpty();
    }

    @Test
    void a_package_without_a_sentence_or_with_null_is_found() throws IOException {
        var file = describePackage("");

        var violations = Documentation.violations(folder);

        assertThat(violations)
                .containsExactly(
                        file + ":1: the package lacks a sentence that says what it is for",
                        file + ":1: the package is not @NullMarked");
    }

    @Test
    void a_package_without_a_package_info_is_found() throws IOException {
        var file = write("/** Says what it is. */ class Talking {}", "Talking");

        var violations = Documentation.violations(folder);

        assertThat(violations).containsExactly(file + ":1: the package lacks a package-info.java");
    }

    private Path describePackage(String before) throws IOException {
        return Files.writeString(folder.resolve("package-info.java"), before + " package dev.backonline.bot;\n");
    }

    private Path write(String type, String name) throws IOException {
        return Files.writeString(folder.resolve(name + ".java"), "package dev.backonline.bot;\n" + type + "\n");
    }
}
