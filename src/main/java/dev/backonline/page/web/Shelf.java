package dev.backonline.page.web;

import dev.backonline.page.Document;
import dev.backonline.page.ServiceAddress;
import dev.backonline.page.Site;
import dev.backonline.page.html.HtmlPages;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A site with every document ready to be sent; {@code tag} names its whole content. {@code exact} has them by their paths; {@code translated} those of a path without a
 * language, by language; {@code absent} what is shown for unknown paths, by language; {@code annex} what was not written ahead.
 */
record Shelf(
        Site site,
        String tag,
        Preferences preferences,
        Map<String, Bundle> exact,
        Map<String, Map<String, Bundle>> translated,
        Map<String, Bundle> absent,
        Annex annex) {
    static final Shelf EMPTY = of(Site.EMPTY);

    /** All of it anew. */
    static Shelf of(Site site) {
        return new Shelf(site, "", new Preferences(site.languages()), Map.of(), Map.of(), Map.of(), Annex.NONE)
                .next(site, Annex.NONE);
    }

    /** That of a newer site; what stayed the same there is taken from this one. */
    Shelf next(Site newer, Annex more) {
        var exactly = new HashMap<String, Bundle>();
        var inLanguages = new HashMap<String, Map<String, Bundle>>();
        var missing = new HashMap<String, Bundle>();
        newer.documents().forEach((path, document) -> {
            if (path.startsWith("/")) {
                exactly.put(path, kept(exact.get(path), document, newer.policy(), false));
            }
        });
        for (var language : newer.languages()) {
            newer.find(HtmlPages.absent(language))
                    .ifPresent(page -> missing.put(language, kept(absent.get(language), page, newer.policy(), true)));
            newer.documents().forEach((path, document) -> {
                if (path.startsWith("/" + language + "/")) {
                    var anywhere = path.substring(language.length() + 1);
                    var before = translated.getOrDefault(anywhere, Map.of()).get(language);
                    inLanguages
                            .computeIfAbsent(anywhere, _ -> new HashMap<>())
                            .put(language, kept(before, document, newer.policy(), true));
                }
            });
        }
        return new Shelf(newer, newer.tag(), new Preferences(newer.languages()), exactly, inLanguages, missing, more);
    }

    /** A path as it is, else the same in the reader's language. */
    Optional<Bundle> find(HttpServerRequest request) {
        var path = request.path();
        if (path == null) {
            return Optional.empty();
        }
        var found = exact.get(path);
        return found == null ? inLanguage(request, translated.get(path)) : Optional.of(found);
    }

    /** What the path would be, were it written; {@link #annex} has it. */
    Optional<ServiceAddress> address(HttpServerRequest request) {
        var path = request.path();
        return path == null ? Optional.empty() : annex.find(path, () -> preferences.language(request));
    }

    /** What is shown where nothing is. */
    Optional<Bundle> absent(HttpServerRequest request) {
        return inLanguage(request, absent);
    }

    private Optional<Bundle> inLanguage(HttpServerRequest request, @Nullable Map<String, Bundle> languages) {
        return languages == null || languages.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(languages.get(preferences.language(request)));
    }

    /** Under the same policy, the same document is packed the same. */
    @SuppressWarnings("ReferenceEquality") // a document that was kept is the very one
    private Bundle kept(@Nullable Bundle before, Document document, String policy, boolean negotiated) {
        return before != null && before.document() == document && policy.equals(site.policy())
                ? before
                : Bundle.of(document, policy, negotiated);
    }
}
