package dev.backonline.channel.twittertext;

import dev.backonline.message.Message;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Weighs a text as X does (twitter-text, config/v3.json), or a little heavier where its tables are longer than ours, so that what fits
 * here fits there. Only for texts in which nothing but addresses looks like a link.
 */
public final class Weight {
    /** {@code transformedURLLength}. */
    private static final int ADDRESS = 23;

    /** {@code defaultWeight}, over the scale; an emoji weighs the same. */
    private static final int HEAVY = 2;

    private static final Pattern CLUSTER = Pattern.compile("\\X");

    /** Sequences that every table knows; joined families and the like are weighed piece by piece. */
    private static final Pattern EMOJI = Pattern.compile(
            "\\p{IsEmoji_Modifier_Base}[\\x{1F3FB}-\\x{1F3FF}]|[\\p{IsEmoji}&&\\p{IsExtended_Pictographic}]\\x{FE0F}?");

    private static final Pattern FLAG = Pattern.compile("[\\x{1F1E6}-\\x{1F1FF}]{2}");

    /** An address of which X surely makes a short link: a host with a public ending, and a plain path. */
    private static final Pattern PLAIN = Pattern.compile(
            "https?://(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)+([A-Za-z]{2,})(?::\\d{1,5})?(?:/[A-Za-z0-9/_-]*)?");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Ours: the endings that status pages have; an address with another one weighs all of its length. */
    private static final Set<String> ENDINGS =
            Set.of("com", "net", "org", "info", "app", "dev", "cloud", "online", "eu", "uk");

    private int sum;

    private Weight() {}

    public static int of(String text) {
        var weight = new Weight();
        Message.markedUp(Normalizer.normalize(text, Normalizer.Form.NFC), weight::words, weight::address);
        return weight.sum;
    }

    private String words(String words) {
        sum += CLUSTER.matcher(words)
                .results()
                .map(MatchResult::group)
                .mapToInt(Weight::cluster)
                .sum();
        return words;
    }

    private String address(String address) {
        var plain = PLAIN.matcher(address);
        sum += plain.matches() && isPublic(plain.group(1)) ? ADDRESS : Math.max(ADDRESS, address.length());
        return address;
    }

    private static boolean isPublic(String ending) {
        return ENDINGS.contains(ending.toLowerCase(Locale.ROOT)) || COUNTRIES.contains(ending.toUpperCase(Locale.ROOT));
    }

    private static int cluster(String cluster) {
        return EMOJI.matcher(cluster).matches() || isFlag(cluster)
                ? HEAVY
                : cluster.codePoints().map(Weight::point).sum();
    }

    private static boolean isFlag(String cluster) {
        return FLAG.matcher(cluster).matches() && COUNTRIES.contains(letter(cluster, 0) + letter(cluster, 2));
    }

    private static String letter(String flag, int index) {
        return Character.toString(flag.codePointAt(index) - 0x1F1E6 + 'A');
    }

    /** {@code ranges}: Latin to Georgian, and spaces, dashes and quotation marks. */
    private static int point(int point) {
        return point <= 4351 || in(point, 8192, 8205) || in(point, 8208, 8223) || in(point, 8242, 8247) ? 1 : HEAVY;
    }

    private static boolean in(int point, int from, int to) {
        return from <= point && point <= to;
    }
}
