package dev.backonline.page.brand;

import dev.backonline.catalog.Setting;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** {@code page.colours}. */
@RegisterForReflection
public record Colours(
        @Setting(value = "By day.", fallback = "{}") Shades light,
        @Setting(value = "In dark mode.", fallback = "{}") Shades dark) {

    /** The colours that may be changed. */
    public record Shades(
            @Setting(value = "Behind everything.", example = "\"#f6f6f3\"")
            Optional<Colour> paper,

            @Setting(value = "Behind lists and incidents.", example = "\"#ffffff\"")
            Optional<Colour> card,

            @Setting(value = "What is read first.", example = "\"#1b1d1f\"")
            Optional<Colour> ink,

            @Setting(value = "What is read second.", example = "\"#595e63\"")
            Optional<Colour> quiet,

            @Setting(value = "Links.", example = "\"#1f4fa8\"")
            Optional<Colour> accent) {
        Map<Shade, Colour> named() {
            var named = new EnumMap<Shade, Colour>(Shade.class);
            paper.ifPresent(colour -> named.put(Shade.PAPER, colour));
            card.ifPresent(colour -> named.put(Shade.CARD, colour));
            ink.ifPresent(colour -> named.put(Shade.INK, colour));
            quiet.ifPresent(colour -> named.put(Shade.QUIET, colour));
            accent.ifPresent(colour -> named.put(Shade.ACCENT, colour));
            return named;
        }
    }

    Palette palette() {
        return new Palette(light.named(), dark.named());
    }
}
