package dev.backonline.message;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One language: its templates, its words for units of time (one, other), the words of the page, and what each kind of alarm is, for
 * operators. Read from {@code messages/<language>.yaml}.
 */
public record Language(
        Locale locale,
        Wording wording,
        Map<String, List<String>> units,
        Map<String, String> page,
        Map<String, String> alarms) {
    public Language {
        alarms = Map.copyOf(alarms);
        units = Map.copyOf(units);
        page = Map.copyOf(page);
    }

    /** Without words for operators. */
    public Language(Locale locale, Wording wording, Map<String, List<String>> units, Map<String, String> page) {
        this(locale, wording, units, page, Map.of());
    }

    /** A word of the page; an unknown key is a mistake of ours, found by a test. */
    public String word(String key) {
        var word = page.get(key);
        if (word == null) {
            throw new IllegalArgumentException("messages/%s.yaml has no page word '%s'".formatted(locale, key));
        }
        return word;
    }

    /** The same with other words on the page, where there are any. */
    public Language withWords(Map<String, String> words) {
        var all = new HashMap<>(page);
        all.putAll(words);
        return new Language(locale, wording, units, all, alarms);
    }

    public Language with(Wording replacement) {
        return new Language(locale, wording.replacedBy(replacement), units, page, alarms);
    }
}
