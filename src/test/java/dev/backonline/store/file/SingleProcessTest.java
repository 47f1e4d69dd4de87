package dev.backonline.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One process per data directory, and a crash leaves nothing in the way. */
@Timeout(60)
class SingleProcessTest {
    @TempDir
    Path directory;

    @Test
    void a_second_process_is_refused_and_told_which_is_the_first() throws Exception {
        var first = holder();

        try {
            assertThatThrownBy(() -> SingleProcess.in(directory))
                    .isInstanceOf(SingleProcess.Occupied.class)
                    .hasMessageContaining("another Backonline (process %s)", first.pid())
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("BACKONLINE_DATA");
        } finally {
            killed(first);
        }
    }

    @Test
    void after_a_kill_nothing_is_in_the_way() throws Exception {
        killed(holder());

        try (var _ = SingleProcess.in(directory)) {
            assertThat(directory.resolve("backonline.lock"))
                    .hasContent(Long.toString(ProcessHandle.current().pid()));
        }
    }

    @Test
    void a_directory_that_is_not_there_is_made() {
        var deep = directory.resolve("a/b");

        SingleProcess.in(deep).close();

        assertThat(deep).isDirectory();
    }

    @Test
    void a_file_in_the_place_of_the_directory_is_named() throws IOException {
        var file = Files.createFile(directory.resolve("data"));

        assertThatThrownBy(() -> SingleProcess.in(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }

    /** A process that holds the lock until it is killed. */
    private Process holder() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("locked");
        return process;
    }

    /** As kill -9 does it. */
    private static void killed(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** What the other process runs. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            try (var _ = SingleProcess.in(Path.of(arguments[0]))) {
                System.out.println("locked");
                System.in.read();
            }
        }
    }
}
