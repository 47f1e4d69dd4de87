package dev.backonline.config;

import dev.backonline.config.ConfigMistake.Notes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One value of a file: its node, the node of its key (of a list's item: its own), its path, and where to note what is wrong with it.
 */
record Spot(Node node, Node key, String path, Notes notes) {
    /** Ours: enough to recognise a value. */
    private static final int LONGEST_SHOWN = 60;

    static Spot root(Node node, Notes notes) {
        return new Spot(node, node, "", notes);
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    /** The text as it is written, whatever YAML would make of it. */
    Optional<String> text() {
        if (hasForeignTag()) {
            return wrong("has the tag '%s', but tags mean nothing here".formatted(node.getTag()));
        }
        if (node.getTag().equals(Tag.NULL)) {
            return wrong("has no value");
        }
        return node instanceof ScalarNode scalar
                ? Optional.of(scalar.getValue())
                : wrong("is %s, but should be a single value".formatted(shape()));
    }

    Optional<List<Spot>> items() {
        if (node instanceof SequenceNode list && !hasForeignTag()) {
            var values = list.getValue();
            return Optional.of(IntStream.range(0, values.size())
                    .mapToObj(index ->
                            new Spot(values.get(index), values.get(index), "%s[%d]".formatted(path, index), notes))
                    .toList());
        }
        return wrong("is %s, but should be a list, such as [a, b]".formatted(shape()));
    }

    /** The values by their keys, in the order of the file; of a key that stands there twice, the first. */
    Optional<SequencedMap<String, Spot>> entries() {
        if (!(node instanceof MappingNode map) || hasForeignTag()) {
            return wrong("is %s, but should be a map, such as { key: value }".formatted(shape()));
        }
        var entries = new LinkedHashMap<String, Spot>();
        for (var tuple : map.getValue()) {
            child(tuple).ifPresent(child -> add(entries, child));
        }
        return Optional.of(entries);
    }

    /** The values by their keys, or none if these are no keys with values; that is for others to note. */
    SequencedMap<String, Spot> children() {
        return isMap() ? entries().orElseGet(LinkedHashMap::new) : new LinkedHashMap<>();
    }

    private Optional<Spot> child(NodeTuple tuple) {
        if (tuple.getKeyNode() instanceof ScalarNode name) {
            var place = path.isEmpty() ? name.getValue() : path + "." + name.getValue();
            return Optional.of(new Spot(tuple.getValueNode(), name, place, notes));
        }
        notes.add(tuple.getKeyNode().getStartMark(), path, name() + " has a key that is no text");
        return Optional.empty();
    }

    private void add(LinkedHashMap<String, Spot> entries, Spot child) {
        var first = entries.putIfAbsent(child.keyText(), child);
        if (first != null) {
            var line = first.key.getStartMark().map(Mark::getLine).orElse(0) + 1;
            child.wrongKey("%s has the key '%s' twice, first in line %d".formatted(name(), child.keyText(), line));
        }
    }

    String keyText() {
        return key instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** The key itself as a value, since keys may be names with a form of their own. */
    Spot ofKey() {
        return new Spot(key, key, path, notes);
    }

    /** The value at a path such as {@code channels.sky}, or else the one that is nearest to it. */
    Spot find(String wanted) {
        return children().values().stream()
                .filter(child -> wanted.equals(child.path) || wanted.startsWith(child.path + "."))
                .findFirst()
                .map(child -> child.find(wanted))
                .orElse(this);
    }

    /** A mistake at this key that is not noted, since it was found after the file was read. */
    ConfigMistake mistake(String predicate) {
        var line = key.getStartMark().map(Mark::getLine).orElse(0) + 1;
        var column = key.getStartMark().map(Mark::getColumn).orElse(0) + 1;
        return notes.mistake(line, column, path, name() + " " + predicate);
    }

    /** Notes a mistake at this value; the sentence goes on from its path. */
    <T> Optional<T> wrong(String predicate) {
        return note(name() + " " + predicate);
    }

    private <T> Optional<T> note(String sentence) {
        notes.add(node.getStartMark(), path, sentence);
        return Optional.empty();
    }

    /** Notes a mistake at this value that names the value itself, or else says what it should be. */
    <T> Optional<T> complain(String sentence) {
        return sentence.startsWith("should ") ? wrong(sentence) : note(name() + ": " + sentence);
    }

    /** Notes a mistake at the key, such as one that is unknown, or one whose value lacks something. */
    <T> Optional<T> wrongKey(String sentence) {
        notes.add(key.getStartMark(), path, sentence);
        return Optional.empty();
    }

    /** Notes what a record or a plug-in says of these values; a sentence that begins with a key is noted at that key's value. */
    void blame(String sentence) {
        var safe = notes.withoutSecretParts(sentence);
        var words = safe.split(" ", 2);
        var child = Optional.ofNullable(children().get(words[0]));
        if (words.length == 2 && child.isPresent()) {
            child.get().wrong(words[1]);
        } else {
            wrongKey(name() + ": " + safe);
        }
    }

    void refuseUnknownKeys(Collection<String> known) {
        children().values().stream()
                .filter(child -> !known.contains(child.keyText()))
                .forEach(child -> child.wrongKey("%s has no key '%s'".formatted(name(), shown(child.keyText()))
                        + ConfigMistake.known(child.keyText(), known)));
    }

    /** Notes a mistake at a place inside the text, both counted from 1; exact for a text that is written in one line as it reads. */
    void wrongInside(int line, int column, String predicate) {
        var start = node.getStartMark().map(Mark::getColumn).orElse(0);
        var length = node.getEndMark().map(Mark::getColumn).orElse(0) - start;
        if (line == 1 && node instanceof ScalarNode scalar) {
            var quotes = scalar.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
            var text = scalar.getValue();
            if (length == text.codePointCount(0, text.length()) + 2 * quotes) {
                var at = node.getStartMark().map(Mark::getLine).orElse(0) + 1;
                notes.add(at, start + quotes + column, path, name() + " " + predicate);
                return;
            }
        }
        wrong(predicate);
    }

    String name() {
        return path.isEmpty() ? "the file" : path;
    }

    static String shown(String text) {
        var line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
    }

    private boolean hasForeignTag() {
        return !node.getTag().getValue().startsWith(Tag.PREFIX);
    }

    private String shape() {
        return switch (node) {
            case SequenceNode _ -> "a list";
            case MappingNode _ -> "a map";
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "empty";
            case ScalarNode scalar -> "'%s'".formatted(shown(scalar.getValue()));
            default -> "something else";
        };
    }
}
