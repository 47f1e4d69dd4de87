package dev.backonline.check.http;

import dev.backonline.check.Wire;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a redirect leads, if it is followed: to the same origin, or from http to https on the usual ports, since the request's
 * credentials go along. What another host says is not an answer of this one.
 */
record Hops(HttpSettings.Redirects redirects, StatusSet expected) {
    /** Ours: a browser bears 20, but people wait for each of them. */
    static final int MOST = 5;

    /** RFC 9110, 15.4: those that name another place for the same question. */
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** RFC 9110, 9.2.1: these ask and change nothing, so they may be asked elsewhere. */
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    /** Whether the answer asks to go elsewhere, though nobody expected that it does. */
    boolean isHop(Wire.Request request, Wire.Answered answered) {
        return redirects == HttpSettings.Redirects.FOLLOW
                && REDIRECTS.contains(answered.status())
                && !expected.contains(answered.status())
                && SAFE.contains(request.method());
    }

    /** Where to; empty if it is not to be followed. */
    Optional<URI> next(URI from, Wire.Answered answered) {
        return target(from, answered).filter(to -> isAtHome(from, to));
    }

    /** Why a redirect was not followed; a path may hold a token, a host does not. */
    String objection(URI from, Wire.Answered answered) {
        var host = target(from, answered).flatMap(to -> Optional.ofNullable(to.getHost()));
        return answered.reason()
                + host.map(name -> ", which leads elsewhere (%s)".formatted(name))
                        .orElse(", which leads nowhere");
    }

    private static Optional<URI> target(URI from, Wire.Answered answered) {
        // An empty path would melt with a relative one.
        var base = from.getRawPath().isEmpty() ? from.resolve("/") : from;
        return answered.header("location").flatMap(Hops::read).map(base::resolve);
    }

    private static Optional<URI> read(String location) {
        try {
            return Optional.of(URI.create(location.strip()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isAtHome(URI from, URI to) {
        var sameHost = to.getHost() != null && to.getHost().equalsIgnoreCase(from.getHost());
        var same = scheme(from).equals(scheme(to)) && port(from) == port(to);
        var safer =
                scheme(from).equals("http") && port(from) == 80 && scheme(to).equals("https") && port(to) == 443;
        return sameHost && (same || safer);
    }

    private static String scheme(URI address) {
        return address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    }

    private static int port(URI address) {
        if (address.getPort() > 0) {
            return address.getPort();
        }
        return scheme(address).equals("https") ? 443 : 80;
    }
}
