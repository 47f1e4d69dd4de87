package dev.backonline.page.html;

import dev.backonline.page.Narrator;
import dev.backonline.page.Tone;
import dev.backonline.page.brand.NamedLink;
import dev.backonline.page.brand.Picture;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is around each page: its head, the names at its top, and the links at its end. Paths are as a browser asks for them. */
@RegisterForReflection
record Frame(String tag, String direction, String page, String title, Look look, Links links, boolean demonstration) {
    /** Scripts that are written from right to left: Unicode Standard Annex 24 has the names, CLDR which language uses which. */
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi");

    /** The page's files; empty where there is none. {@code image} is for previews of links, and is an address. */
    @RegisterForReflection
    record Look(String icon, String style, String ownStyle, String script, String logo, String image) {}

    /** The page's own addresses, those of the same in other languages, and those that the file leads to. */
    @RegisterForReflection
    record Links(
            String base,
            String home,
            String canonical,
            String anyLanguage,
            List<Translation> translations,
            List<Signpost> top,
            List<Signpost> accounts) {}

    /** The same page in one of the languages. */
    @RegisterForReflection
    record Translation(String tag, String name, String address, String path, boolean current) {}

    /** Where else a reader may go. */
    @RegisterForReflection
    record Signpost(String name, String address) {}

    /** The frame of a page; {@code path} is the page's without its language, such as {@code incidents/ID}. */
    static Frame of(Narrator narrator, Assets assets, Tone tone, String title, String path) {
        return new Frame(
                narrator.tag(),
                direction(narrator.locale()),
                narrator.page(),
                title,
                look(narrator, assets, tone),
                links(narrator, path),
                narrator.model().demonstration());
    }

    private static Look look(Narrator narrator, Assets assets, Tone tone) {
        var base = base(narrator);
        var branding = narrator.model().branding();
        var wardrobe = assets.wardrobe(branding);
        var preview = branding.logo().filter(Picture::isPhoto).flatMap(_ -> wardrobe.logo());
        return new Look(
                base + wardrobe.icon(tone),
                base + wardrobe.style(),
                wardrobe.ownStyle().map(base::concat).orElse(""),
                base + wardrobe.script(),
                wardrobe.logo().map(base::concat).orElse(""),
                preview.map(path -> narrator.model()
                                .identity()
                                .at(path.substring(1))
                                .toString())
                        .orElse(""));
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
                translations,
                signposts(narrator, narrator.model().branding().links()),
                signposts(narrator, narrator.model().branding().accounts()));
    }

    private static List<Signpost> signposts(Narrator narrator, List<NamedLink> links) {
        return links.stream()
                .map(link -> new Signpost(
                        link.name().in(narrator.locale()), link.url().toString()))
                .toList();
    }

    private static Translation translation(Narrator narrator, Locale language, String path) {
        var local = language.toLanguageTag() + "/" + path;
        return new Translation(
                language.toLanguageTag(),
                narrator.in(language).word("language"),
                narrator.model().identity().at(local).toString(),
                base(narrator) + "/" + local,
                language.equals(narrator.locale()));
    }

    /** The path that the page is published under; empty where that is the root. */
    static String base(Narrator narrator) {
        var path = narrator.model().identity().url().getPath();
        return path == null ? "" : path.replaceAll("/+$", "");
    }

    /** The address of a page in this language, as a browser asks for it. */
    static String path(Narrator narrator, String page) {
        return "%s/%s/%s".formatted(base(narrator), narrator.tag(), page);
    }

    private static String direction(Locale locale) {
        var script = locale.getScript();
        var written = script.isEmpty()
                ? RIGHT_TO_LEFT.contains(locale.getLanguage())
                : Set.of("Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg").contains(script);
        return written ? "rtl" : "ltr";
    }
}
