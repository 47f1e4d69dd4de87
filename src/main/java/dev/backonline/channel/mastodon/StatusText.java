package dev.backonline.channel.mastodon;

import dev.backonline.channel.api.PlainWords;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether the HTML that a server made of a status is that of a given text, whatever the server did to its links and spaces. */
final class StatusText {
    private static final Pattern LINK =
            Pattern.compile("<a\\b[^>]*?href=\"([^\"]*)\"[^>]*>(.*?)</a>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern ENTITY = Pattern.compile("&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z]{2,6});");

    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private final String wanted;
    private final String wantedWords;

    StatusText(String wanted) {
        this.wanted = wanted;
        this.wantedWords = PlainWords.visible(wanted);
    }

    boolean isIn(String html) {
        var linked = LINK.matcher(html).replaceAll(link -> Matcher.quoteReplacement(address(link)));
        return PlainWords.visible(plain(linked)).equals(wantedWords);
    }

    /** Servers shorten what they show of a link; its target is whole. But they also make links of what was none. */
    private String address(MatchResult link) {
        return wanted.contains(unescaped(link.group(1))) ? link.group(1) : link.group(2);
    }

    private static String plain(String html) {
        return unescaped(html.replaceAll("(?i)<br[^>]*>|</p>", "\n").replaceAll("<[^>]*>", ""));
    }

    private static String unescaped(String html) {
        return ENTITY.matcher(html)
                .replaceAll(entity ->
                        Matcher.quoteReplacement(character(entity.group(1)).orElse(entity.group())));
    }

    private static Optional<String> character(String entity) {
        if (!entity.startsWith("#")) {
            return Optional.ofNullable(NAMED.get(entity));
        }
        var hexadecimal = entity.startsWith("#x");
        var point = Integer.parseInt(entity.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
        return Optional.of(point).filter(Character::isValidCodePoint).map(Character::toString);
    }
}
