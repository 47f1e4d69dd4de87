package dev.backonline.channel;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/**
 * A network's own reader, from npm, as a child process: the first run installs what {@code src/test/NAME} asks for below
 * {@code target/NAME}. Where that can't be done in time the test is skipped, with what is missing.
 */
public final class NpmReader {
    /** Ours: some ninety megabytes at most, on a machine that does other things too. */
    private static final long SECONDS = 120;

    private static final Path ROOT = Path.of(System.getProperty("basedir", ".")).toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    private NpmReader(Path folder) {
        this.folder = folder;
    }

    public static NpmReader of(String name) throws InterruptedException {
        var reader = new NpmReader(ROOT.resolve("target").resolve(name));
        try {
            reader.install(ROOT.resolve("src/test").resolve(name));
        } catch (IOException missing) {
            abort("no reader '%s': %s".formatted(name, missing));
        }
        return reader;
    }

    private void install(Path files) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (var all = Files.newDirectoryStream(files)) {
            for (var file : all) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        var done = folder.resolve("node_modules/package-lock.json");
        if (!Files.exists(done) || Files.mismatch(folder.resolve("package-lock.json"), done) >= 0) {
            run("", "npm", "ci", "--ignore-scripts", "--omit=peer", "--no-audit", "--no-fund", "--prefer-offline");
            Files.copy(folder.resolve("package-lock.json"), done, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What it makes of a text. */
    public JsonNode on(String text) throws IOException, InterruptedException {
        return JSON.readTree(run(text, "node", "judge.cjs"));
    }

    private String run(String input, String... command) throws IOException, InterruptedException {
        var asked = Files.writeString(folder.resolve("asked.txt"), input);
        var said = folder.resolve("said.txt");
        var child = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(asked.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!child.waitFor(SECONDS, TimeUnit.SECONDS)) {
            child.destroyForcibly();
            throw new IOException("'%s' takes too long".formatted(command[0]));
        }
        if (child.exitValue() != 0) {
            throw new IOException("'%s' failed: %s".formatted(command[0], Files.readString(said)));
        }
        return Files.readString(said);
    }
}
