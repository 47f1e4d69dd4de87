package dev.backonline.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A public text in one language or several; {@link Locale#ROOT} stands for "the same in every language". */
public record Translated(Map<Locale, String> texts) {
    public Translated {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("a text should be given in at least one language");
        }
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    public static Translated same(String text) {
        return new Translated(Map.of(Locale.ROOT, text));
    }

    /** The text in the language asked for, else the one for all languages, else the first given. */
    public String in(Locale language) {
        var text = texts.getOrDefault(language, texts.get(Locale.ROOT));
        return text != null ? text : texts.values().iterator().next();
    }
}
