package dev.backonline.catalog;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An address that is a secret as a whole, since whoever has it may post, as the hooks of chat rooms are: its text form hides it. */
public record SecretAddress(URI value) {
    /** Ours: what is shorter is a word, and hiding every word that reads like it would make an error unreadable. */
    private static final int SHORTEST_TOKEN = 8;

    private static final Pattern BETWEEN = Pattern.compile("[/&=]");
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

    /** All that must not be shown, the longest first: whoever is asked there may repeat the whole of it, its path, or a token in it. */
    public List<Secret> secrets() {
        var path = Objects.requireNonNullElse(value.getRawPath(), "");
        var query = Objects.requireNonNullElse(value.getRawQuery(), "");
        var parts = BETWEEN.splitAsStream(path + "&" + query).filter(part -> part.length() >= SHORTEST_TOKEN);
        return Stream.of(Stream.of(value.toString()), longer(path + "?" + query), longer(path), parts)
                .flatMap(texts -> texts)
                .distinct()
                .map(Secret::new)
                .toList();
    }

    private static Stream<String> longer(String text) {
        return text.length() >= SHORTEST_TOKEN ? Stream.of(text) : Stream.empty();
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
