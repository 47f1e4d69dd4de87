package dev.backonline.check.http;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression (of Java's dialect) that is looked for anywhere in an answer, for as long as there is time. */
@RegisterForReflection
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

    /** The search for this pattern; compiled once. */
    Search search() {
        var pattern = Pattern.compile(text, Pattern.DOTALL);
        return (body, time) -> matches(pattern, body, time);
    }

    private static boolean matches(Pattern pattern, String body, Duration time) throws GivenUp {
        try {
            return pattern.matcher(new Watched(body, System.nanoTime() + time.toNanos()))
                    .find();
        } catch (OutOfTime | StackOverflowError _) {
            throw new GivenUp();
        }
    }

    @Override
    public String toString() {
        return text;
    }

    /** Looks for the pattern in one answer; some patterns take longer than the world lasts, or deeper than the stack. */
    @FunctionalInterface
    interface Search {
        boolean finds(String body, Duration time) throws GivenUp;
    }

    /** A search was not finished. */
    static final class GivenUp extends Exception {
        private static final long serialVersionUID = 1L;
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
