package dev.backonline.bot.program;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Assumptions;

/** One process of the packaged program, in a folder of its own, on free ports. */
final class Program implements AutoCloseable {
    /** Far longer than a start takes, even on a machine that is busy with other things. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Pattern ADDRESSES = Pattern.compile(
            "Listening on: http://[^:]+:(\\d+)\\. Management interface listening on http://[^:]+:(\\d+)");

    /** For those that are started often: half the CPU of a start, and nothing that is measured. */
    static final Map<String, String> QUICK = Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");

    private final Process process;
    private final Path log;

    private Program(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static Program start(Path folder, Map<String, String> environment, String... arguments) {
        return start(command(arguments), folder, environment);
    }

    /** The version before this one, as {@code .ci/previous} builds it; without it, whoever asks is skipped. */
    static Program startPrevious(Path folder, Map<String, String> environment) {
        var app = root().resolve("target/previous/target/quarkus-app");
        Assumptions.assumeTrue(
                Files.exists(app.resolve("quarkus-run.jar")),
                "the previous version is not built (.ci/previous does that): nothing is tried beside it");
        return start(java(app), folder, environment);
    }

    private static Program start(List<String> command, Path folder, Map<String, String> environment) {
        try {
            var log = Files.createTempFile(folder, "program", ".log");
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(Map.of("QUARKUS_HTTP_PORT", "0", "QUARKUS_MANAGEMENT_PORT", "0"));
            builder.environment().putAll(environment);
            return new Program(builder.start(), log);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static List<String> command(String... arguments) {
        var executable = Path.of(System.getProperty("native.image.path", "none"));
        var program = Files.isExecutable(executable)
                ? List.of(executable.toString())
                : java(root().resolve("target/quarkus-app"));
        return Stream.concat(program.stream(), Stream.of(arguments)).toList();
    }

    private static List<String> java(Path app) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:AOTCache=" + app.resolve("backonline.aot"),
                "-jar",
                app.resolve("quarkus-run.jar").toString());
    }

    private static Path root() {
        return Path.of(System.getProperty("basedir", ".")).toAbsolutePath();
    }

    /** Waits until it serves; if it does not, says what all of its threads do instead. */
    Program ready() {
        try {
            await().atMost(PATIENCE)
                    .failFast(() -> !process.isAlive())
                    .until(() -> ADDRESSES.matcher(output()).find());
        } catch (ConditionTimeoutException late) {
            throw new AssertionError("the program does not serve:\n" + threads(), late);
        }
        return this;
    }

    /** The JVM writes them to its output when it is asked by a signal; a native program does not. */
    private String threads() {
        try {
            new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid())).start();
            await().atMost(Duration.ofSeconds(10)).until(() -> output().contains("JNI global refs"));
        } catch (IOException | ConditionTimeoutException silent) {
            return output() + "\n(its threads are not known: " + silent.getMessage() + ")";
        }
        return output();
    }

    /** An address on the public port. */
    URI page(String path) {
        return address(1, path);
    }

    /** An address on the management port. */
    URI management(String path) {
        return address(2, path);
    }

    private URI address(int group, String path) {
        var match = ADDRESSES.matcher(output());
        if (!match.find()) {
            throw new IllegalStateException("the program does not serve:\n" + output());
        }
        return URI.create("http://127.0.0.1:" + match.group(group) + path);
    }

    /** What it answers at one of its addresses. */
    String read(URI address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    int status(URI address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Waits for its end, and gives its exit code. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the program does not end:\n" + output());
        }
        return process.exitValue();
    }

    /** Kill -9: nothing in it learns of its end. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
