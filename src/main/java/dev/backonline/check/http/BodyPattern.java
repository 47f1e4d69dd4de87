package dev.backonline.check.http;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression (of Java's dialect) that is looked for anywhere in an answer, for as long as there is time. */
public record BodyPattern(String text) {
    public BodyPattern {
        try {
            Pattern.compile(text);
        } catch (PatternSyntaxException mistake) {
            throw new IllegalArgumentException(
                    "'%s' should be a regular expression: %s at %d"
                            .formatted(text, mistake.getDescription(), mistake.getIndex()),
                    mistake);
        }
    }

    public static BodyPattern parse(String text) {
        return new BodyPattern(text);
    }

    /** Makes one search after another; compiled once. */
    Search search() {
        var pattern = Pattern.compile(text, Pattern.DOTALL);
        return (body, time) -> found(pattern, body, time);
    }

    private static Found found(Pattern pattern, String body, Duration time) {
        try {
            return pattern.matcher(new Watched(body, System.nanoTime() + time.toNanos()))
                            .find()
                    ? Found.YES
                    : Found.NO;
        } catch (OutOfTime | StackOverflowError _) {
            return Found.GAVE_UP;
        }
    }

    @Override
    public String toString() {
        return text;
    }

    /** Looks for the pattern in one answer. */
    @FunctionalInterface
    interface Search {
        Found in(String body, Duration time);
    }

    /** Whether the pattern is there; some patterns take longer than the world lasts, or deeper than the stack. */
    enum Found {
        YES,
        NO,
        GAVE_UP
    }

    /** Text that stops being readable at a moment of {@link System#nanoTime}: the one way to stop a match of the JDK. */
    private static final class Watched implements CharSequence {
        /** Ours: reading so many characters takes microseconds, and reading the clock as long as a few of them. */
        private static final int STRIDE = 1_000;

        private final CharSequence text;
        private final long end;
        private int reads;

        private Watched(CharSequence text, long end) {
            this.text = text;
            this.end = end;
        }

        @Override
        public char charAt(int index) {
            reads++;
            if (reads % STRIDE == 0 && System.nanoTime() - end > 0) {
                throw new OutOfTime();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return text.subSequence(from, to);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    /** The time for one search is over. */
    private static final class OutOfTime extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private OutOfTime() {
            super("the time for one search is over", null, false, false);
        }
    }
}
