package dev.backonline.check.signal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a label should be: a text in which {@code *} stands for any letters, also for none. */
@RegisterForReflection
public record LabelPattern(String text) {
    public LabelPattern {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("'' should be a text, or '*' for whatever is there");
        }
    }

    public static LabelPattern parse(String text) {
        return new LabelPattern(text);
    }

    /** Whether every pattern finds its label. */
    static boolean all(Map<String, LabelPattern> patterns, Map<String, String> labels) {
        return patterns.entrySet().stream()
                .allMatch(entry -> Optional.ofNullable(labels.get(entry.getKey()))
                        .filter(entry.getValue()::matches)
                        .isPresent());
    }

    /** In a time that grows with the text only: each part is looked for once. */
    boolean matches(String value) {
        var parts = Arrays.asList(text.split("\\*", -1));
        if (parts.size() == 1) {
            return value.equals(text);
        }
        var first = parts.getFirst();
        var last = parts.getLast();
        return value.length() >= first.length() + last.length()
                && value.startsWith(first)
                && value.endsWith(last)
                && inOrder(
                        parts.subList(1, parts.size() - 1),
                        value.substring(first.length(), value.length() - last.length()));
    }

    private static boolean inOrder(List<String> parts, String value) {
        var from = 0;
        for (var part : parts) {
            var found = value.indexOf(part, from);
            if (found < 0) {
                return false;
            }
            from = found + part.length();
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }
}
