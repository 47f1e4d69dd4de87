package dev.backonline.bot.wire;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where an exchange goes: an address taken apart. */
record Target(String host, int port, boolean tls, String path) {
    /** {@link URI} leaves out hosts such as {@code my_service}, which container networks have. */
    private static final Pattern AUTHORITY = Pattern.compile("(?:[^@]*@)?([^:@\\[\\]]+)(?::(\\d{1,5}))?");

    static Optional<Target> of(URI address) {
        var tls = "https".equalsIgnoreCase(address.getScheme());
        var web = tls || "http".equalsIgnoreCase(address.getScheme());
        if (!web || address.getRawAuthority() == null) {
            return Optional.empty();
        }
        if (address.getHost() != null) {
            return Optional.of(new Target(bare(address.getHost()), port(address.getPort(), tls), tls, path(address)));
        }
        var parts = AUTHORITY.matcher(address.getRawAuthority());
        return parts.matches()
                ? Optional.of(new Target(
                        parts.group(1), port(number(Optional.ofNullable(parts.group(2))), tls), tls, path(address)))
                : Optional.empty();
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(int given, boolean tls) {
        if (given > 0) {
            return given;
        }
        return tls ? 443 : 80;
    }

    private static int number(Optional<String> digits) {
        return digits.map(Integer::parseInt).orElse(0);
    }

    private static String path(URI address) {
        var path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }
}
