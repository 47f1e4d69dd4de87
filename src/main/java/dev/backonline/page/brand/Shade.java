package dev.backonline.page.brand;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A colour of the page by what it is for, in light and in dark; those that a file may change come first. */
public enum Shade {
    /** Behind everything. */
    PAPER("#f6f6f3", "#121416"),
    /** Behind a list of services or an incident. */
    CARD("#ffffff", "#1b1e21"),
    /** What is read first. */
    INK("#1b1d1f", "#eceded"),
    /** What is read second. */
    QUIET("#595e63", "#a5abb1"),
    /** Links. */
    ACCENT("#1f4fa8", "#9cc0ff"),
    LINE("#e2e2dc", "#2e3236"),
    GREEN("#17713f", "#63cf92"),
    GREEN_WASH("#e3f3e8", "#14291d"),
    BLUE("#2456b3", "#8db6ff"),
    BLUE_WASH("#e5edfb", "#17243c"),
    GREY("#575c62", "#aab0b6"),
    GREY_WASH("#ebebe7", "#22262a"),
    AMBER("#855500", "#eabf5a"),
    AMBER_WASH("#fbf0d3", "#2d2410"),
    ORANGE("#a8430a", "#f6a06a"),
    ORANGE_WASH("#fdeadb", "#331e10"),
    RED("#b3201a", "#ff8f85"),
    RED_WASH("#fce6e3", "#381613");

    private final String light;
    private final String dark;

    Shade(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /** Our own choice. */
    Colour usual(boolean inTheDark) {
        return new Colour(inTheDark ? dark : light);
    }

    /** Its name in the style and in the file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is written in this colour, rather than filled with it. */
    boolean isWritten() {
        return !isGround() && this != LINE;
    }

    /** What is written on. */
    boolean isGround() {
        return this == PAPER || this == CARD || name().endsWith("_WASH");
    }

    /** Those that may stand behind this one: a state is written on its own wash, on the paper and on a card. */
    List<Shade> grounds() {
        return Arrays.stream(values())
                .filter(Shade::isGround)
                .filter(ground -> ground == PAPER
                        || ground == CARD
                        || this == INK
                        || this == ACCENT
                        || ground.name().equals(name() + "_WASH"))
                .toList();
    }
}
