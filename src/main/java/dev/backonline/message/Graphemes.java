package dev.backonline.message;

import java.util.regex.Pattern;

/** Counts what people see as characters; JDK 25's {@code \X} agrees with all of Unicode's test cases. */
final class Graphemes {
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private Graphemes() {}

    static int count(String text) {
        return (int) CLUSTER.matcher(text).results().count();
    }
}
