package dev.backonline.channel.linkedin;

import java.util.regex.Pattern;

/** Plain text in the form of LinkedIn's posts, which end without a word at the first sign of theirs that has no backslash before it. */
final class LittleText {
    /** learn.microsoft.com, linkedin, little-text-format: the reserved characters. Also in addresses. */
    private static final Pattern RESERVED = Pattern.compile("[\\\\|{}@\\[\\]()<>#*_~]");

    private LittleText() {}

    static String escaped(String text) {
        return RESERVED.matcher(text).replaceAll("\\\\$0");
    }

    /** What stays the same however LinkedIn repeats a text. */
    static String words(String text) {
        return text.replace("\\", "").replaceAll("[\\s\\p{Z}]+", " ").strip();
    }
}
