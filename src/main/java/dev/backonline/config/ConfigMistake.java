package dev.backonline.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** What is wrong with one place of a file. Lines and columns count from 1; line 0 stands for the file as a whole. */
public record ConfigMistake(String file, int line, int column, String path, String message) {
    private static final Comparator<ConfigMistake> IN_ORDER =
            Comparator.comparingInt(ConfigMistake::line).thenComparingInt(ConfigMistake::column);
    /** Ours: more names would hide the one that was meant. */
    private static final int MOST_NAMED = 20;

    @Override
    public String toString() {
        return line == 0 ? "%s: %s".formatted(file, message) : "%s:%d:%d: %s".formatted(file, line, column, message);
    }

    /** Gathers the mistakes of one file: none stops the search for the others, and none is told twice. */
    static final class Notes {
        private final String file;
        private final Placeholders placeholders;
        private final Set<ConfigMistake> found = new LinkedHashSet<>();

        Notes(String file, Placeholders placeholders) {
            this.file = file;
            this.placeholders = placeholders;
        }

        void add(Optional<Mark> mark, String path, String sentence) {
            var line = mark.map(Mark::getLine).orElse(-1) + 1;
            var column = mark.map(Mark::getColumn).orElse(-1) + 1;
            add(line, column, path, sentence);
        }

        void add(int line, int column, String path, String sentence) {
            found.add(mistake(line, column, path, sentence));
        }

        ConfigMistake mistake(int line, int column, String path, String sentence) {
            var end = sentence.endsWith(".") || sentence.endsWith("?") ? "" : ".";
            return new ConfigMistake(file, line, column, path, sentence + end);
        }

        boolean isEmpty() {
            return found.isEmpty();
        }

        /** All mistakes from the first line to the last, with nothing in them that came from outside the file. */
        List<ConfigMistake> inOrder() {
            return found.stream().map(this::withoutSecrets).sorted(IN_ORDER).toList();
        }

        String withoutSecretParts(String sentence) {
            return placeholders.hideParts(sentence);
        }

        boolean isGuess(String sentence) {
            return placeholders.isGuess(sentence);
        }

        private ConfigMistake withoutSecrets(ConfigMistake it) {
            return new ConfigMistake(it.file, it.line, it.column, it.path, placeholders.hide(it.message));
        }
    }

    /** The end of a sentence about an unknown name: what is known, and what may have been meant. */
    static String known(String text, Collection<String> known) {
        if (known.isEmpty()) {
            return "; there are none";
        }
        var names = known.stream().sorted().limit(MOST_NAMED).collect(Collectors.joining(", "));
        var more = known.size() > MOST_NAMED ? " and %d more".formatted(known.size() - MOST_NAMED) : "";
        return "; known: %s%s".formatted(names, more) + meant(text, known);
    }

    /** The end of a sentence about an unknown name: what may have been meant, if anything. */
    static String meant(String text, Collection<String> known) {
        return nearest(text, known).map(". Did you mean '%s'?"::formatted).orElse("");
    }

    /** The known name that is most like the text, if any is so like it that it may have been meant. */
    private static Optional<String> nearest(String text, Collection<String> known) {
        var farthest = Math.max(1, text.length() / 3);
        return known.stream()
                .filter(name -> Math.abs(text.length() - name.length()) <= farthest)
                .filter(name -> distance(text, name) <= farthest)
                .min(Comparator.comparingInt((String name) -> distance(text, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters are to be changed, added, left out or swapped with their neighbour (optimal string alignment). */
    private static int distance(String text, String name) {
        var costs = new int[text.length() + 1][name.length() + 1];
        for (var i = 0; i <= text.length(); i++) {
            for (var j = 0; j <= name.length(); j++) {
                costs[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : cost(costs, text, name, i, j);
            }
        }
        return costs[text.length()][name.length()];
    }

    private static int cost(int[][] costs, String text, String name, int i, int j) {
        var change = costs[i - 1][j - 1] + (same(text.charAt(i - 1), name.charAt(j - 1)) ? 0 : 1);
        var least = Math.min(change, 1 + Math.min(costs[i - 1][j], costs[i][j - 1]));
        var swapped = i > 1
                && j > 1
                && same(text.charAt(i - 1), name.charAt(j - 2))
                && same(text.charAt(i - 2), name.charAt(j - 1));
        return swapped ? Math.min(least, costs[i - 2][j - 2] + 1) : least;
    }

    private static boolean same(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other);
    }
}
