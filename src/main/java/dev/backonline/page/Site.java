package dev.backonline.page;

import dev.backonline.page.brand.Branding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The whole site at one moment, immutable. {@code notices} say, by language tag and as HTML, that the site is no longer kept up to
 * date; they are put in the place of {@link #NOTICE}. {@code policy} is the content security policy of all of it.
 */
public record Site(
        List<String> languages,
        Instant at,
        Map<String, Document> documents,
        Map<String, String> notices,
        String policy) {
    /** Where a page would say that it is old. */
    public static final String NOTICE = "<!--notice-->";

    public static final Site EMPTY =
            new Site(List.of(), Instant.EPOCH, Map.of(), Map.of(), Branding.NONE.contentSecurityPolicy());

    public Site {
        languages = List.copyOf(languages);
        documents = Map.copyOf(documents);
        notices = Map.copyOf(notices);
    }

    public Optional<Document> find(String path) {
        return Optional.ofNullable(documents.get(path));
    }

    /** Names the whole content, whenever and wherever it was rendered. */
    public String tag() {
        var tags = documents.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " " + entry.getValue().tag())
                .collect(Collectors.joining("\n"));
        return Document.tagOf(tags.getBytes(StandardCharsets.UTF_8));
    }

    /** The document for new content; the present one, with its time and its compressed form, if nothing changed. */
    public Document document(String path, Sheet sheet, Instant now) {
        return find(path).filter(old -> sheet.says(old)).orElseGet(() -> Document.of(sheet, now));
    }

    /** The same, saying on each page how old it is. */
    public Site aged() {
        var aged = new HashMap<>(documents);
        notices.forEach((language, notice) ->
                aged.replaceAll((path, document) -> path.startsWith("/" + language + "/") && document.isHtml()
                        ? document(path, Sheet.html(document.text().replace(NOTICE, notice)), document.modified())
                        : document));
        return new Site(languages, at, aged, notices, policy);
    }
}
