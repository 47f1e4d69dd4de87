package dev.backonline.channel.api;

import java.util.regex.Pattern;

/** What a header may be made of. */
public final class HttpField {
    /** RFC 9110, 5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** RFC 9110, 5.5: a line break would begin another header. */
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7E\\x80-\\xFF]*");

    private HttpField() {}

    public static boolean isName(String text) {
        return TOKEN.matcher(text).matches();
    }

    public static boolean isValue(String text) {
        return VALUE.matcher(text).matches();
    }
}
