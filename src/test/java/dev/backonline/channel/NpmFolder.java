package dev.backonline.channel;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Others' programs that tests ask: what {@code src/test/NAME} names, installed once by npm below {@code target/NAME}. No script of any package is
 * run. Whatever is missing is an {@link IOException} in words.
 */
public final class NpmFolder {
    private static final Path ROOT = Path.of(System.getProperty("basedir", ".")).toAbsolutePath();
    private static final String LIST = "package-lock.json";

    /** Ours: as many last lines of a program that failed. */
    private static final int QUOTED = 5;

    /** Where nothing can be fetched, npm by itself would take more than a minute to say so. */
    private static final String[] INSTALL = {
        "npm",
        "ci",
        "--ignore-scripts",
        "--omit=peer",
        "--no-audit",
        "--no-fund",
        "--prefer-offline",
        "--fetch-retry-mintimeout=1000",
        "--fetch-retry-maxtimeout=3000"
    };

    private final Path files;
    private final Path folder;

    public NpmFolder(String name) {
        this.files = ROOT.resolve("src/test").resolve(name);
        this.folder = ROOT.resolve("target").resolve(name);
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Tests run in several processes, of which one at a time may do this. */
    public void install(Duration atMost) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (var mark = FileChannel.open(file("installing"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = mark.lock()) {
            copyOurs();
            var done = file("node_modules").resolve(LIST);
            if (isOther(file(LIST), done)) {
                run(atMost, "", INSTALL);
                Files.copy(file(LIST), done, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void copyOurs() throws IOException {
        try (var ours = Files.list(files)) {
            for (var file : ours.toList()) {
                var copy = folder.resolve(file.getFileName());
                if (isOther(file, copy)) {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static boolean isOther(Path file, Path copy) throws IOException {
        return !Files.exists(copy) || Files.mismatch(file, copy) >= 0;
    }

    /** What a program says in its time to what it is given. */
    public String run(Duration atMost, String input, String... command) throws IOException, InterruptedException {
        var said = file("said.txt");
        var child = child(said, command)
                .redirectInput(Files.writeString(file("asked.txt"), input).toFile())
                .start();
        if (!child.waitFor(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS)) {
            child.descendants().forEach(ProcessHandle::destroyForcibly);
            child.destroyForcibly();
            throw new IOException("'%s' takes too long".formatted(command[0]));
        }
        if (child.exitValue() != 0) {
            var lines = Files.readAllLines(said);
            throw new IOException("'%s' failed: %s".formatted(command[0], last(lines)));
        }
        return Files.readString(said);
    }

    private static List<String> last(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - QUOTED), lines.size());
    }

    /** A program to be started there, all of whose words go into a file. */
    ProcessBuilder child(Path log, String... command) {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("NODE_ENV", "test");
        return builder;
    }
}
