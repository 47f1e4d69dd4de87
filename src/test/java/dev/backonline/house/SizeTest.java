package dev.backonline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeTest {

    @TempDir
    private Path folder;

    @Test
    void the_program_is_small() throws IOException {
        var violations = Sizes.OF_THE_PROGRAM.violations(House.MAIN);

        assertThat(violations).isEmpty();
    }

    @Test
    void the_tests_are_small() throws IOException {
        var violations = Sizes.OF_THE_TESTS.violations(House.TEST);

        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"README.md, 150", "ARCHITECTURE.md, 120", "pom.xml, 310"})
    void the_files_beside_the_sources_are_short(Path file, int limit) throws IOException {
        var violations = Sizes.tooLong(House.ROOT.resolve(file), limit);

        assertThat(violations).isEmpty();
    }

    @Test
    void a_long_file_is_found() throws IOException {
        var file = write("package dev.backonline.bot;\nclass Long {\n" + "\n".repeat(198) + "}\n");

        var violations = Sizes.OF_THE_PROGRAM.violations(folder);

        assertThat(violations).containsExactly(file + ":201: 201 lines, at most 200");
    }

    @Test
    void a_long_method_is_found_at_its_first_line() throws IOException {
        var file = write("package dev.backonline.bot;\nclass Long {\n  void run() {\n" + "\n".repeat(29) + "  }\n}\n");

        var violations = Sizes.OF_THE_PROGRAM.violations(folder);

        assertThat(violations).containsExactly(file + ":3: run: 31 lines, at most 30");
    }

    @Test
    void too_many_parameters_are_found() throws IOException {
        var file = write("package dev.backonline.bot;\nclass Wide {\n  void run(" + parameters(6) + ") {}\n}\n");

        var violations = Sizes.OF_THE_PROGRAM.violations(folder);

        assertThat(violations).containsExactly(file + ":3: run: 6 parameters, at most 5");
    }

    @Test
    void a_record_may_have_more_components_than_a_method_parameters_but_not_any_number() throws IOException {
        write("package dev.backonline.bot;\nrecord Broad(" + parameters(12) + ") { static int other; Broad {} }\n");
        var file = write("package dev.backonline.bot;\n\nrecord Broader(" + parameters(13) + ") {}\n");

        var violations = Sizes.OF_THE_PROGRAM.violations(folder);

        assertThat(violations).containsExactly(file + ":3: Broader: 13 components, at most 12");
    }

    @Test
    void a_crowded_package_is_found() throws IOException {
        for (var number = 1; number <= 16; number++) {
            write("package dev.backonline.bot;\nclass Guest%d {}\n".formatted(number));
        }

        var violations = Sizes.OF_THE_PROGRAM.violations(folder);

        assertThat(violations)
                .containsExactly(folder.resolve("dev/backonline/bot/package-info.java")
                        + ":1: 16 files in the package, at most 15");
    }

    /** Without this, a test that looks into the wrong folder would pass for ever. */
    @Test
    void the_sources_are_looked_at() {
        assertThat(House.MAIN).isDirectoryRecursivelyContaining("glob:**/package-info.java");
        assertThat(Files.exists(House.TEST.resolve("dev/backonline/house/SizeTest.java")))
                .isTrue();
    }

    private Path write(String source) throws IOException {
        return new Snippets(folder).write(source);
    }

    private static String parameters(int count) {
        return IntStream.range(0, count).mapToObj(number -> "int p" + number).collect(Collectors.joining(", "));
    }
}
