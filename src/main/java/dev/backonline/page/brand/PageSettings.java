package dev.backonline.page.brand;

import dev.backonline.catalog.Identity;
import dev.backonline.catalog.Setting;
import dev.backonline.catalog.Translated;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code page}. */
@RegisterForReflection
public record PageSettings(
        @Setting(value = "The name that people know, as one text or by language.", example = "WhatsApp")
        Translated name,

        @Setting(value = "The public address of the page; posts link to it.", example = "https://status.example.org")
        URI url,

        @Setting(value = "The languages of the page; the first is the default.", example = "[it, en]")
        List<Locale> languages,

        @Setting(
                value = "The time zone of the times in posts and on the page.",
                fallback = "UTC",
                example = "Europe/Rome")
        ZoneId zone,

        @Setting(
                value = "A picture that stands for the name at the top: SVG, PNG, JPEG, WebP or GIF of at most 256 KiB."
                        + " Like every file named here, it is looked for where this file is, and read at the start.",
                example = "logo.svg")
        Optional<Path> logo,

        @Setting(
                value = "The small picture in a browser's tab, of at most 64 KiB. Without one, it shows the state.",
                example = "icon.png")
        Optional<Path> icon,

        @Setting(
                value = "Colours of your own. What is written should keep a contrast of 4.5:1 with what is behind it.",
                fallback = "{}",
                example = "{ light: { accent: \"#7a1fa2\" }, dark: { accent: \"#d9a7ef\" } }")
        Colours colours,

        @Setting(
                value = "Where the top of the page leads to, in this order.",
                fallback = "[]",
                example = "[ { name: { en: Help, it: Aiuto }, url: https://help.example.org } ]")
        List<NamedLink> links,

        @Setting(
                value = "The accounts on networks where people can follow the news; the page says so.",
                fallback = "[]",
                example = "[ { name: Mastodon, url: \"https://social.example/@example\" } ]")
        List<NamedLink> accounts,

        @Setting(
                value = "A style sheet of at most 64 KiB that is read after ours. It can fetch nothing from elsewhere.",
                example = "page.css")
        Optional<Path> css,

        @Setting(
                value = "Which sites may show the page in a frame: `none`, `self`, `any`, or addresses without a path.",
                fallback = "[self]",
                example = "[self, \"https://www.example.org\"]")
        List<FrameAncestor> frameAncestors,

        @Setting(
                value =
                        "Your own words for parts of the page, by language, under the keys of `messages/en.yaml`, `page`."
                                + " A language that is not built in says in English what it has no words for.",
                fallback = "{}",
                example = "{ en: { services: Our services } }")
        Map<Locale, Map<String, String>> words) {
    /** Ours: more would hide the page behind its links. */
    private static final int MOST_LINKS = 12;

    public PageSettings {
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("languages should name at least one language");
        }
        refuseTwins(languages);
        refuseCrowd("links", links);
        refuseCrowd("accounts", accounts);
        if (frameAncestors.isEmpty()) {
            throw new IllegalArgumentException("frame-ancestors should name at least one; 'none' stands for nobody");
        }
        if (frameAncestors.size() > 1 && frameAncestors.stream().anyMatch(FrameAncestor::standsAlone)) {
            throw new IllegalArgumentException("frame-ancestors should name nothing beside 'none' or 'any'");
        }
    }

    public Identity identity() {
        return new Identity(name, url, languages, zone);
    }

    private static void refuseCrowd(String key, List<NamedLink> links) {
        if (links.size() > MOST_LINKS) {
            throw new IllegalArgumentException(
                    "%s should name at most %d, not %d".formatted(key, MOST_LINKS, links.size()));
        }
    }

    private static void refuseTwins(List<Locale> languages) {
        var seen = new HashSet<Locale>();
        languages.stream().filter(language -> !seen.add(language)).findFirst().ifPresent(twin -> {
            throw new IllegalArgumentException("languages should name '%s' once".formatted(twin.toLanguageTag()));
        });
    }
}
