package dev.backonline.channel;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;

/**
 * A network's own reader, from npm, as a child process: {@code judge.cjs} of its {@link NpmFolder}. Where it can't be installed in time the
 * test is skipped, with what is missing.
 */
public final class NpmReader {
    /** Ours: some ninety megabytes at most, on a machine that does other things too. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final NpmFolder folder;

    private NpmReader(NpmFolder folder) {
        this.folder = folder;
    }

    public static NpmReader of(String name) throws InterruptedException {
        var folder = new NpmFolder(name);
        try {
            folder.install(PATIENCE);
        } catch (IOException missing) {
            abort("no reader '%s': %s".formatted(name, missing));
        }
        return new NpmReader(folder);
    }

    /** What it makes of a text. */
    public JsonNode on(String text) throws IOException, InterruptedException {
        return JSON.readTree(folder.run(PATIENCE, text, "node", "judge.cjs"));
    }
}
