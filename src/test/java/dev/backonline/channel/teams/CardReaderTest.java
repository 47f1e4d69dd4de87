package dev.backonline.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backonline.channel.Posts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Our cards before Microsoft's own reader of Adaptive Cards, from npm: the first run installs it below {@code target/teams}. Skipped,
 * with what is missing, where that can't be done in time.
 */
class CardReaderTest {
    /** Ours: one small package. */
    private static final long SECONDS = 60;

    private static final Path ROOT = Path.of(System.getProperty("basedir", ".")).toAbsolutePath();
    private static final Path FOLDER = ROOT.resolve("target/teams");
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeAll
    static void install() throws InterruptedException {
        try {
            Files.createDirectories(FOLDER);
            for (var name : List.of("package.json", "package-lock.json", "judge.cjs")) {
                Files.copy(
                        ROOT.resolve("src/test/teams").resolve(name),
                        FOLDER.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            if (!Files.exists(FOLDER.resolve("node_modules/adaptivecards/dist/adaptivecards.js"))) {
                run("npm", "ci", "--ignore-scripts", "--omit=peer", "--no-audit", "--no-fund", "--prefer-offline");
            }
        } catch (IOException missing) {
            abort("no reader of cards: " + missing);
        }
    }

    /** What it printed. */
    private static String run(String... command) throws IOException, InterruptedException {
        var said = FOLDER.resolve("said.txt");
        var child = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
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

    private static JsonNode judged(String message) throws IOException, InterruptedException {
        Files.writeString(FOLDER.resolve("message.json"), message);
        return JSON.readTree(run("node", "judge.cjs", "message.json"));
    }

    @Test
    void a_card_is_read_without_objection_and_to_the_letter() throws IOException, InterruptedException {
        var text = "Problems with %s: %s.\n# %s".formatted(Posts.HOSTILE, Posts.URL, Posts.HOSTILE);

        var judged = judged(Card.message(text, Locale.ENGLISH).toString());

        assertThat(judged.path("objections")).isEmpty();
        assertThat(judged.path("texts").valueStream().map(JsonNode::asText))
                .containsExactlyElementsOf(text.lines().toList());
    }

    @Test
    void the_reader_would_object() throws IOException, InterruptedException {
        var judged = judged(Card.message("Text", Locale.ENGLISH).toString().replace("\"TextRun\"", "\"TextRan\""));

        assertThat(judged.path("objections").toString()).contains("TextRan");
    }
}
