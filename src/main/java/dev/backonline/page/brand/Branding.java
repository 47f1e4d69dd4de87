package dev.backonline.page.brand;

import java.util.List;
import java.util.Optional;

/**
 * What makes the page somebody's own: pictures, colours, a style that comes after ours, links in its head, accounts that people may
 * follow, and who may show the page in a frame.
 */
public record Branding(
        Optional<Picture> logo,
        Optional<Picture> icon,
        Palette palette,
        List<NamedLink> links,
        List<NamedLink> accounts,
        Optional<String> css,
        List<String> frameAncestors) {
    public static final List<String> ONLY_ITSELF = List.of("'self'");
    public static final Branding NONE = new Branding(
            Optional.empty(), Optional.empty(), Palette.USUAL, List.of(), List.of(), Optional.empty(), ONLY_ITSELF);

    public Branding {
        links = List.copyOf(links);
        accounts = List.copyOf(accounts);
        frameAncestors = List.copyOf(frameAncestors);
    }

    /** Nothing comes from elsewhere, and nothing is written inside the page; CSP Level 3. */
    public String contentSecurityPolicy() {
        return "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self';"
                + " base-uri 'none'; form-action 'none'; frame-ancestors " + String.join(" ", frameAncestors);
    }
}
