package dev.backonline.page.html;

import dev.backonline.page.Narrator;
import dev.backonline.page.Tone;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;

/** What is around each page: its head, the names at its top, and the links at its end. Paths are as a browser asks for them. */
@RegisterForReflection
record Frame(
        String tag,
        String direction,
        String page,
        String title,
        String icon,
        String style,
        Links links,
        boolean demonstration) {

    /** The page's own addresses, and those of the same in other languages. */
    @RegisterForReflection
    record Links(String base, String home, String canonical, String anyLanguage, List<Translation> translations) {}

    /** The same page in one of the languages. */
    @RegisterForReflection
    record Translation(String tag, String name, String address, String path, boolean current) {}

    /** The frame of a page; {@code path} is the page's without its language, such as {@code incidents/ID}. */
    static Frame of(Narrator narrator, Assets assets, Tone tone, String title, String path) {
        var links = links(narrator, path);
        return new Frame(
                narrator.tag(),
                direction(narrator),
                narrator.page(),
                title,
                links.base() + assets.icon(tone),
                links.base() + assets.style(),
                links,
                narrator.model().demonstration());
    }

    private static Links links(Narrator narrator, String path) {
        var identity = narrator.model().identity();
        var base = base(narrator);
        var translations = identity.languages().stream()
                .map(language -> translation(narrator, language, path))
                .toList();
        return new Links(
                base,
                base + "/" + narrator.tag() + "/",
                identity.at(narrator.tag() + "/" + path).toString(),
                identity.at(path).toString(),
                translations);
    }

    private static Translation translation(Narrator narrator, Locale language, String path) {
        var local = language.toLanguageTag() + "/" + path;
        return new Translation(
                language.toLanguageTag(),
                narrator.model().narrator(language).word("language"),
                narrator.model().identity().at(local).toString(),
                base(narrator) + "/" + local,
                language.equals(narrator.locale()));
    }

    /** The path that the page is published under; empty where that is the root. */
    static String base(Narrator narrator) {
        var path = narrator.model().identity().url().getPath();
        return path == null ? "" : path.replaceAll("/+$", "");
    }

    /** A language's own name for itself is written as the language is. */
    private static String direction(Narrator narrator) {
        var first = Character.getDirectionality(narrator.word("language").codePointAt(0));
        return first == Character.DIRECTIONALITY_RIGHT_TO_LEFT || first == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                ? "rtl"
                : "ltr";
    }
}
