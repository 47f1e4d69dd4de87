package dev.backonline.page.brand;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.net.URISyntaxException;

/** Who may show the page in a frame, as CSP writes it. */
@RegisterForReflection
public record FrameAncestor(String source) {
    /** Reads {@code none}, {@code self}, {@code any}, or an origin, whose host may begin with {@code *.}. */
    public static FrameAncestor parse(String text) {
        return switch (text) {
            case "none", "self" -> new FrameAncestor("'" + text + "'");
            case "any" -> new FrameAncestor("*");
            default -> origin(text);
        };
    }

    private static FrameAncestor origin(String text) {
        var rule = "'%s' should be none, self, any, or an address without a path, such as https://www.example.org"
                .formatted(text);
        try {
            var address = new URI(text.replaceFirst("^(https?://)\\*\\.", "$1any."));
            var plain = address.getHost() != null && text.matches("https?://(\\*\\.)?[A-Za-z0-9.:\\[\\]-]+");
            if (!plain) {
                throw new IllegalArgumentException(rule);
            }
            return new FrameAncestor(text);
        } catch (URISyntaxException mistake) {
            throw new IllegalArgumentException(rule, mistake);
        }
    }

    boolean standsAlone() {
        return source.equals("'none'") || source.equals("*");
    }
}
