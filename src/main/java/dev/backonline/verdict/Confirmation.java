package dev.backonline.verdict;

import java.util.regex.Pattern;

/** How many of the newest observations must agree before a verdict changes, such as {@code 3 of 5}. */
public record Confirmation(int count, int window) {
    /** For what needs no confirmation. */
    public static final Confirmation ONCE = new Confirmation(1, 1);

    private static final Pattern FORM = Pattern.compile("\\s*(\\d{1,3})\\s+of\\s+(\\d{1,3})\\s*");
    /** Ours: beyond it a verdict would be slower than any person. */
    private static final int LONGEST = 100;

    public Confirmation {
        if (count < 1 || window < count || window > LONGEST) {
            throw new IllegalArgumentException(
                    "'%d of %d' should be N of M with 1 <= N <= M <= %d".formatted(count, window, LONGEST));
        }
    }

    public static Confirmation parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("'%s' should be like '3 of 5'".formatted(text));
        }
        return new Confirmation(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    }

    @Override
    public String toString() {
        return count + " of " + window;
    }
}
