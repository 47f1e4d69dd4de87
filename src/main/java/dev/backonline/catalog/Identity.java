package dev.backonline.catalog;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Who speaks: the page's name and address, its languages (the first is the default) and its time zone. */
public record Identity(Translated name, URI url, List<Locale> languages, ZoneId zone) {
    public Identity {
        languages = List.copyOf(languages);
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("a page should have at least one language");
        }
    }

    public Locale language() {
        return languages.getFirst();
    }

    /** The public address of a path on the page, such as {@code incidents/ID}. */
    public URI at(String path) {
        var base = url.toString();
        return URI.create(base.endsWith("/") ? base + path : base + "/" + path);
    }
}
