package dev.backonline.bot.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One process with the engine in it, from its start to its kill. */
final class Life implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Process process;
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> said = new CopyOnWriteArrayList<>();

    private Life(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::read);
    }

    /** Booted, and waiting for {@link #begin}. */
    static Life started(Map<String, String> told, Path log) {
        return started(Nursery.ready().options(), told, log);
    }

    /** The same with other options of Java's, the class path among them. */
    static Life started(List<String> options, Map<String, String> told, Path log) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx96m",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.add(Victim.class.getName());
        told.forEach((name, value) -> command.add(name + "=" + value));
        try {
            return new Life(new ProcessBuilder(command)
                    .redirectError(Redirect.appendTo(log.toFile()))
                    .start());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                said.add(line);
                lines.add(line);
            }
        } catch (IOException _) {
            // It was killed in the middle of a line.
        }
    }

    Life begin() {
        await(line -> line.equals("ready"));
        return tell("begin");
    }

    Life tell(String line) {
        try {
            var out = process.getOutputStream();
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException _) {
            // It has been killed, or has ended: whoever waits for its words learns of it.
        }
        return this;
    }

    /** The first line of this kind; fails if there is none for long. */
    String await(Predicate<String> wanted) {
        return await(wanted, PATIENCE)
                .orElseThrow(() -> new AssertionError("the engine did not come to it; it said " + said));
    }

    Optional<String> await(Predicate<String> wanted, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        try {
            for (var left = patience.toNanos(); left > 0; left = deadline - System.nanoTime()) {
                var line = lines.poll(left, TimeUnit.NANOSECONDS);
                if (line != null && wanted.test(line)) {
                    return Optional.of(line);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    List<String> said() {
        return said;
    }

    /** Such as STOP and CONT. */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** It ends by itself when nobody tells it anything any more. */
    void leave(Duration patience) throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** SIGKILL: nothing in it learns of its end. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
