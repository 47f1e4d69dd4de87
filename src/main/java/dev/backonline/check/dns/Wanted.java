package dev.backonline.check.dns;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The values that records should have, and what there is to object to others. */
record Wanted(DnsSettings settings) {
    /** Ours: a reason should stay one line in a log. */
    private static final int LONGEST_QUOTE = 120;

    Optional<String> objection(List<String> found) {
        var kind = settings.record().name();
        if (found.isEmpty()) {
            return Optional.of("no %s record".formatted(kind));
        }
        var missing = settings.expect().stream()
                .filter(value -> found.stream().noneMatch(matching(value)))
                .toList();
        var strange = found.stream()
                .filter(value -> settings.expect().stream()
                        .noneMatch(expected -> matching(expected).test(value)))
                .toList();
        return switch (settings.match()) {
            case ANY ->
                missing.isEmpty() || missing.size() < settings.expect().size()
                        ? Optional.empty()
                        : Optional.of("%s is %s".formatted(kind, shown(found)));
            case ALL -> lacking(kind, missing, found);
            case EXACTLY ->
                lacking(kind, missing, found)
                        .or(() -> Optional.of(strange)
                                .filter(more -> !more.isEmpty())
                                .map(more -> "%s is also %s".formatted(kind, shown(more))));
        };
    }

    private static Optional<String> lacking(String kind, List<String> missing, List<String> found) {
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("%s is %s, without %s".formatted(kind, shown(found), shown(missing)));
    }

    private Predicate<String> matching(String expected) {
        return switch (settings.record()) {
            case A, AAAA -> InetAddress.ofLiteral(expected).getHostAddress()::equals;
            case CNAME, NS -> bare(expected)::equals;
            case MX -> found -> found.equals(bare(expected)) || found.endsWith(" " + bare(expected));
            case TXT -> expected::equals;
        };
    }

    private static String bare(String name) {
        var bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return bare.toLowerCase(Locale.ROOT);
    }

    private static String shown(List<String> values) {
        var line = String.join(", ", values.stream().sorted().toList()).replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
    }
}
