package dev.backonline.catalog;

import java.net.URI;

/** An address that is a secret as a whole, since whoever has it may post, as the hooks of chat rooms are: its text form hides it. */
public record SecretAddress(URI value) {
    private static final String RULE = "should be a whole address that begins with https:// or http://";

    public SecretAddress {
        if (!isWeb(value)) {
            throw new IllegalArgumentException(RULE);
        }
    }

    /** As it stands in the file; the failure doesn't repeat it. */
    public static SecretAddress parse(String text) {
        try {
            return new SecretAddress(URI.create(text));
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException(RULE);
        }
    }

    public Secret secret() {
        return new Secret(value.toString());
    }

    private static boolean isWeb(URI address) {
        var scheme = address.getScheme();
        return ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))
                && address.getRawAuthority() != null;
    }

    @Override
    public String toString() {
        return "***";
    }
}
