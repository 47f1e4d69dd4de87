package dev.backonline.message;

/** Counts a text as one network counts it. */
@FunctionalInterface
public interface Measure {
    int of(String text);

    /** UTF-16 units, as Java and JavaScript count. */
    static Measure utf16() {
        return String::length;
    }

    /** Code points. */
    static Measure codePoints() {
        return text -> text.codePointCount(0, text.length());
    }

    /** Grapheme clusters by the JDK's {@code \X}: what people see as one character. */
    static Measure graphemes() {
        return Graphemes::count;
    }
}
