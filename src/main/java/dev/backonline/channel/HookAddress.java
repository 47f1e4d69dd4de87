package dev.backonline.channel;

import dev.backonline.catalog.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** An address that is a secret as a whole, since whoever has it may post: the networks' hooks are such. */
public final class HookAddress {
    private HookAddress() {}

    /** Empty if it is no address of the web. */
    public static Optional<URI> of(Secret secret) {
        try {
            return Optional.of(new URI(secret.value())).filter(HookAddress::isWeb);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    public static List<String> mistakes(Secret secret) {
        return of(secret).isPresent()
                ? List.of()
                : List.of("url should be a whole address that begins with https:// (or http://)");
    }

    /** Whether it is of the web and names a host. */
    public static boolean isWeb(URI address) {
        var scheme = address.getScheme();
        return ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))
                && address.getRawAuthority() != null;
    }
}
