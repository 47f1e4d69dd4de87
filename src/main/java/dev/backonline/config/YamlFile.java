package dev.backonline.config;

import dev.backonline.config.ConfigMistake.Notes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads bytes as one document of YAML 1.2 with the core schema, and says where they are none. */
final class YamlFile {
    /** Ours: ten thousand services with several checks each fit; what is larger was not meant to be read. */
    private static final int LARGEST = 8 * 1024 * 1024;
    /** Ours: the file's own structure is six deep; the library's recursion would not survive some thousand. */
    private static final int DEEPEST = 30;

    private final String text;
    private final Notes notes;

    private YamlFile(String text, Notes notes) {
        this.text = text;
        this.notes = notes;
    }

    /** The whole text of the file, if it is one. */
    static Optional<String> text(Path file, Notes notes) {
        try (var stream = Files.newInputStream(file)) {
            var bytes = stream.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST
                    ? refused(notes, "the file is larger than 8 MiB, the most that is read")
                    : decoded(bytes, notes);
        } catch (NoSuchFileException absent) {
            return refused(notes, "there is no such file");
        } catch (IOException unreadable) {
            return refused(notes, Files.isDirectory(file) ? "this is a folder, not a file" : "the file cannot be read");
        }
    }

    /** The document's root, if the text is one document of YAML. */
    static Optional<Spot> root(String text, Notes notes) {
        return new YamlFile(text, notes).root().map(node -> Spot.root(node, notes));
    }

    private static Optional<String> decoded(byte[] bytes, Notes notes) {
        var characters = CharBuffer.allocate(bytes.length);
        var input = ByteBuffer.wrap(bytes);
        var result = StandardCharsets.UTF_8.newDecoder().decode(input, characters, true);
        var text = characters.flip().toString();
        if (result.isError()) {
            new YamlFile(text, notes).wrongAt(text.length(), "the file is not UTF-8 from here on");
            return Optional.empty();
        }
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static <T> Optional<T> refused(Notes notes, String sentence) {
        notes.add(0, 0, "", sentence);
        return Optional.empty();
    }

    private Optional<Node> root() {
        try {
            return isTooDeep() ? Optional.empty() : single(documents());
        } catch (MarkedYamlEngineException mistake) {
            note(mistake);
        } catch (ReaderException mistake) {
            var character = "U+%04X".formatted(mistake.getCodePoint());
            wrongAt(text.offsetByCodePoints(0, mistake.getPosition()), "YAML allows no character " + character);
        } catch (YamlEngineException mistake) {
            notes.add(1, 1, "", "the file is not YAML 1.2");
        }
        return Optional.empty();
    }

    private List<Node> documents() {
        var documents = new ArrayList<Node>();
        new Compose(settings()).composeAllFromString(text).forEach(documents::add);
        return documents;
    }

    private Optional<Node> single(List<Node> documents) {
        if (documents.isEmpty()) {
            notes.add(1, 1, "", "the file is empty; it should tell of a page and its services");
        }
        if (documents.size() > 1) {
            var second = documents.get(1).getStartMark();
            notes.add(second, "", "a second document begins here, but the file should be one");
        }
        return documents.size() == 1 ? Optional.of(documents.getFirst()) : Optional.empty();
    }

    private boolean isTooDeep() {
        var depth = 0;
        for (var event : new Parse(settings()).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                notes.add(event.getStartMark(), "", "the file is nested deeper than %d levels here".formatted(DEEPEST));
                return true;
            }
        }
        return false;
    }

    private void note(MarkedYamlEngineException mistake) {
        var problem = mistake.getProblem().replaceFirst(" \\(Do not use .*", "");
        var mark = problem.contains("unexpected end of stream") ? mistake.getContextMark() : mistake.getProblemMark();
        var line = mark.map(it -> text.lines().skip(it.getLine()).findFirst().orElse(""))
                .orElse("");
        var indent = line.length() - line.stripLeading().length();
        var tab = line.indexOf('\t');
        if (mark.isPresent() && tab >= 0 && tab < indent) {
            var sentence = "a tab indents this line, but YAML is indented with spaces";
            notes.add(mark.get().getLine() + 1, tab + 1, "", sentence);
            return;
        }
        var context = Optional.ofNullable(mistake.getContext())
                .filter(it -> !it.isBlank())
                .map(it -> it + ", ");
        notes.add(mark, "", "the file is not YAML here: " + context.orElse("") + problem);
    }

    private void wrongAt(int index, String sentence) {
        var before = text.substring(0, index);
        var line = (int) before.chars().filter(it -> it == '\n').count() + 1;
        notes.add(line, index - before.lastIndexOf('\n'), "", sentence);
    }

    private static LoadSettings settings() {
        return LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setAllowNonScalarKeys(true)
                .setAllowDuplicateKeys(true)
                .setCodePointLimit(LARGEST)
                .build();
    }
}
