package dev.backonline.check.http;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.regex.Pattern;

/** How much of a body is read, such as {@code 64KiB}. */
@RegisterForReflection
public record BodySize(int bytes) {
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,7})(B|KiB|MiB)");

    /** Ours: all checks together have to fit into the memory of a small machine. */
    private static final int MOST = 16 << 20;

    public BodySize {
        if (bytes > MOST) {
            throw new IllegalArgumentException("a size should be at most 16MiB");
        }
    }

    public static BodySize parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("'%s' should be like 64KiB or 1MiB".formatted(text));
        }
        var unit = switch (match.group(2)) {
            case "KiB" -> 1L << 10;
            case "MiB" -> 1L << 20;
            default -> 1L;
        };
        return new BodySize((int) Math.min(Long.parseLong(match.group(1)) * unit, Integer.MAX_VALUE));
    }
}
