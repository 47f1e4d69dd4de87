package dev.backonline.page.brand;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** An opaque colour, written as in CSS: {@code #rrggbb} in small letters. */
@RegisterForReflection
public record Colour(String code) {
    private static final int HEX = 16;
    /** The weights of red, green and blue, and the curve: WCAG 2.2, "relative luminance". */
    private static final double[] WEIGHTS = {0.2126, 0.7152, 0.0722};

    private static final double FULL = 255;
    private static final double LINEAR_BELOW = 0.04045;
    private static final double FLARE = 0.05;

    public Colour {
        if (!code.matches("#[0-9a-f]{6}")) {
            throw new IllegalArgumentException("colour '%s' should match #[0-9a-f]{6}".formatted(code));
        }
    }

    /** Reads {@code #rrggbb} or {@code #rgb}. */
    public static Colour parse(String text) {
        var code = text.toLowerCase(Locale.ROOT);
        if (code.matches("#[0-9a-f]{3}")) {
            code = code.replaceAll("([0-9a-f])", "$1$1");
        }
        if (!code.matches("#[0-9a-f]{6}")) {
            throw new IllegalArgumentException("'%s' should be a colour such as \"#1f4fa8\"".formatted(text));
        }
        return new Colour(code);
    }

    /** From 1, which nobody can tell apart, to 21: WCAG 2.2, "contrast ratio". */
    public double contrast(Colour other) {
        var lighter = Math.max(luminance(), other.luminance());
        var darker = Math.min(luminance(), other.luminance());
        return (lighter + FLARE) / (darker + FLARE);
    }

    private double luminance() {
        var sum = 0.0;
        for (var part = 0; part < WEIGHTS.length; part++) {
            var share = Integer.parseInt(code, 1 + 2 * part, 3 + 2 * part, HEX) / FULL;
            sum += WEIGHTS[part] * (share <= LINEAR_BELOW ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Override
    public String toString() {
        return code;
    }
}
