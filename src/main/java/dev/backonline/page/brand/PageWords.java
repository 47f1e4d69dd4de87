package dev.backonline.page.brand;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks through the words of the page that a file brings, beside {@code known}, all that the page says. */
public record PageWords(Map<String, String> known) {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");

    public PageWords {
        known = Map.copyOf(known);
    }

    public Collection<String> keys() {
        return known.keySet();
    }

    /** What is wrong with a text for a known key: sentences that go on from its place. */
    public List<String> flaws(String key, String text) {
        if (text.isBlank()) {
            return List.of("is empty, but should say something");
        }
        var needed = variables(known.getOrDefault(key, ""));
        var foreign = new TreeSet<>(variables(text));
        foreign.removeAll(needed);
        var missing = new TreeSet<>(needed);
        missing.removeAll(variables(text));
        if (!foreign.isEmpty()) {
            return List.of("names %s, which nothing is put in for".formatted(String.join(", ", foreign)));
        }
        return missing.isEmpty() ? List.of() : List.of("should name %s".formatted(String.join(", ", missing)));
    }

    /** How much of it is still said in our words. */
    public long untranslated(Map<String, String> said) {
        return known.entrySet().stream()
                .filter(word -> word.getValue().equals(said.get(word.getKey())))
                .count();
    }

    private static Set<String> variables(String text) {
        return VARIABLE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
