package dev.backonline.page.brand;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page's colours: the file's own by day and by night, and ours where it names none. */
public record Palette(Map<Shade, Colour> light, Map<Shade, Colour> dark) {
    public static final Palette USUAL = new Palette(Map.of(), Map.of());
    /** WCAG 2.2, success criterion 1.4.3. */
    private static final double LEAST_CONTRAST = 4.5;

    public Palette {
        light = Map.copyOf(light);
        dark = Map.copyOf(dark);
    }

    /** Something that could not be read; {@code shade} is the file's own colour that is to blame. */
    public record Unreadable(boolean inTheDark, Shade shade, String sentence) {}

    public Colour colour(Shade shade, boolean inTheDark) {
        return (inTheDark ? dark : light).getOrDefault(shade, shade.usual(inTheDark));
    }

    /** What has too little contrast because of the file's own colours, once for each of these. */
    public List<Unreadable> unreadable() {
        return List.of(false, true).stream()
                .flatMap(night -> Arrays.stream(Shade.values())
                        .filter((night ? dark : light)::containsKey)
                        .flatMap(shade -> unreadable(shade, night).stream()))
                .toList();
    }

    private Optional<Unreadable> unreadable(Shade own, boolean night) {
        return Arrays.stream(Shade.values())
                .filter(Shade::isWritten)
                .flatMap(ink -> ink.grounds().stream()
                        .filter(ground -> ink == own || ground == own)
                        .flatMap(ground -> complaint(ink, ground, night).stream()))
                .findFirst()
                .map(sentence -> new Unreadable(night, own, sentence));
    }

    private Optional<String> complaint(Shade ink, Shade ground, boolean night) {
        var written = colour(ink, night);
        var behind = colour(ground, night);
        var contrast = written.contrast(behind);
        return contrast >= LEAST_CONTRAST
                ? Optional.empty()
                : Optional.of(
                        "makes %s '%s' on %s '%s' hard to read: the contrast is %.1f:1 and should be at least 4.5:1"
                                .formatted(ink.key(), written, ground.key(), behind, Math.floor(contrast * 10) / 10));
    }

    /** The variables that the style is written with. */
    public String css() {
        return ":root {\n%s}\n\n@media (prefers-color-scheme: dark) {\n  :root {\n%s  }\n}\n"
                .formatted(variables("  ", false), variables("    ", true));
    }

    private String variables(String indent, boolean night) {
        return Arrays.stream(Shade.values())
                .map(shade -> "%s--%s: %s;\n".formatted(indent, shade.key(), colour(shade, night)))
                .collect(Collectors.joining());
    }
}
