package dev.backonline.page.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Chooses among a page's languages by what readers prefer: RFC 9110, section 12.5.4. Browsers' few ways to say it are remembered. */
final class Preferences {
    /** Longer ones are not made by browsers, and would cost more to read than to ignore. */
    private static final int LONGEST = 200;
    /** Ours: more than browsers in use make of a few languages, and little to keep. */
    private static final int REMEMBERED = 500;

    private final List<String> languages;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Preferences(List<String> languages) {
        this.languages = List.copyOf(languages);
    }

    /** The first of the languages that the reader prefers; the first of all if none is asked for. */
    String language(HttpServerRequest request) {
        var preferred = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (languages.size() == 1 || preferred == null || preferred.length() > LONGEST) {
            return languages.getFirst();
        }
        var remembered = known.get(preferred);
        return remembered == null ? remember(preferred, best(preferred)) : remembered;
    }

    private String remember(String preferred, String language) {
        if (known.size() < REMEMBERED) {
            known.put(preferred, language);
        }
        return language;
    }

    private String best(String preferred) {
        try {
            var best = Locale.lookupTag(Locale.LanguageRange.parse(preferred), languages);
            return languages.stream()
                    .filter(language -> language.equalsIgnoreCase(best))
                    .findFirst()
                    .orElseGet(languages::getFirst);
        } catch (IllegalArgumentException malformed) {
            return languages.getFirst();
        }
    }
}
