package dev.backonline.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the packaged program: what they print, what they leave behind, how they end. */
class CommandsIT {
    @TempDir
    private Path folder;

    private Program run(Map<String, String> environment, String... arguments) {
        return Program.start(folder, environment, arguments);
    }

    private Program run(String... arguments) {
        return run(Map.of(), arguments);
    }

    @Test
    void a_file_that_is_set_and_absent_is_a_mistake() throws Exception {
        try (var bot = run(Map.of("BACKONLINE_CONFIG", "nowhere.yaml"))) {
            assertThat(bot.exitCode()).isEqualTo(1);
            assertThat(bot.output()).contains("nowhere.yaml").contains("Not starting.");
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void a_file_with_mistakes_starts_nothing_and_shows_them_all() throws Exception {
        Files.writeString(folder.resolve("backonline.yaml"), "page: { nam: X }\nservices: {}\n");

        try (var bot = run()) {
            assertThat(bot.exitCode()).isEqualTo(1);
            assertThat(bot.output())
                    .contains("backonline.yaml:1:9")
                    .contains("Did you mean 'name'?")
                    .doesNotContain("\tat ");
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void validate_and_preview_need_no_server_and_leave_nothing_behind() throws Exception {
        try (var validate = run("validate");
                var preview = run("preview")) {
            assertThat(validate.exitCode()).isZero();
            assertThat(preview.exitCode()).isZero();
            assertThat(validate.output()).contains("No mistakes: 3 services with 3 checks; 1 channel;");
            assertThat(preview.output()).contains("square (console), it").contains("Siamo tornati online: Messaggi");
        }
        assertThat(withoutLogs()).isZero();
    }

    private long withoutLogs() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".log")).count();
        }
    }

    @Test
    void a_misspelt_command_is_answered_with_the_right_one() throws Exception {
        try (var bot = run("validat")) {
            assertThat(bot.exitCode()).isEqualTo(2);
            assertThat(bot.output()).contains("validate").doesNotContain("\tat ");
        }
    }

    @Test
    void help_tells_the_commands_and_the_exit_codes() throws Exception {
        try (var bot = run("--help")) {
            assertThat(bot.exitCode()).isZero();
            assertThat(bot.output())
                    .contains("serve")
                    .contains("validate")
                    .contains("preview")
                    .contains("Exit codes:");
        }
    }
}
