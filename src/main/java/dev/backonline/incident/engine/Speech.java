package dev.backonline.incident.engine;

import dev.backonline.catalog.Identity;
import dev.backonline.catalog.Translated;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A person's texts by language, as they would be told on a page: the first language stands in for those that are missing. */
record Speech(Identity page, Map<Locale, String> texts) {
    /** Ours: whatever no network and no reader would take. */
    private static final int LONGEST = 2000;

    /** What is wrong with them. */
    Optional<String> flaw() {
        for (var text : texts.entrySet()) {
            var language = text.getKey().toLanguageTag();
            if (text.getValue().isBlank()) {
                return Optional.of("the text in '%s' should not be empty; nothing was done".formatted(language));
            }
            if (text.getValue().length() > LONGEST) {
                return Optional.of("the text in '%s' has %d characters and should have at most %d; nothing was done"
                        .formatted(language, text.getValue().length(), LONGEST));
            }
        }
        return texts.isEmpty() || texts.containsKey(page.language())
                ? Optional.empty()
                : Optional.of(
                        "the texts should have one in '%s', the page's first language, which stands in for missing ones; nothing was done"
                                .formatted(page.language().toLanguageTag()));
    }

    /** Empty: the usual words. */
    Optional<Translated> text() {
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        var ordered = new LinkedHashMap<Locale, String>();
        page.languages()
                .forEach(language -> Optional.ofNullable(texts.get(language))
                        .ifPresent(text -> ordered.put(language, text.strip())));
        texts.forEach((language, text) -> ordered.putIfAbsent(language, text.strip()));
        return Optional.of(new Translated(ordered));
    }

    List<String> notes() {
        var notes = new ArrayList<String>();
        if (!texts.isEmpty()) {
            page.languages().stream()
                    .filter(language -> !texts.containsKey(language))
                    .map(language -> "there is no text in '%s': the one in '%s' is used"
                            .formatted(language.toLanguageTag(), page.language().toLanguageTag()))
                    .forEach(notes::add);
        }
        return notes;
    }
}
