package dev.backonline.verdict;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * When a service that breaks and recovers again and again is no longer believed to have recovered: after this many changes within this
 * time, until it was well for a third of it; such as {@code 5 in 30m}. No changes at all stand for {@code never}.
 */
public record Flapping(int changes, Duration within) {
    /** What is never recognised. */
    public static final Flapping NEVER = new Flapping(0, Duration.ZERO);

    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\s+in\\s+(\\d{1,4})(s|m|h)");
    /** Ours: fewer are one outage that ended. */
    private static final int LEAST = 3;
    /** Ours: more are told apart by nobody. */
    private static final int MOST = 100;
    /** Ours: calm for so large a part of the time in which it was not. */
    private static final int PARTS = 3;

    public Flapping {
        if (changes != 0 && (changes < LEAST || changes > MOST || !within.isPositive())) {
            throw new IllegalArgumentException(
                    "'%s' should count %d to %d changes in some time".formatted(shown(changes, within), LEAST, MOST));
        }
    }

    public static Flapping parse(String text) {
        if (text.strip().equals("never")) {
            return NEVER;
        }
        var match = FORM.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException("'%s' should be never, or like '5 in 30m'".formatted(text));
        }
        var number = Long.parseLong(match.group(2));
        var within = switch (match.group(3)) {
            case "h" -> Duration.ofHours(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofSeconds(number);
        };
        return new Flapping(Integer.parseInt(match.group(1)), within);
    }

    boolean isRecognised() {
        return changes > 0;
    }

    /** How long all has to be well before that is believed. */
    Duration calm() {
        return within.dividedBy(PARTS);
    }

    @Override
    public String toString() {
        return changes == 0 ? "never" : shown(changes, within);
    }

    private static String shown(int changes, Duration within) {
        return "%d in %s".formatted(changes, readable(within));
    }

    static String readable(Duration time) {
        if (time.toSecondsPart() > 0 || time.isZero()) {
            return time.toSeconds() + "s";
        }
        return time.toMinutesPart() > 0 ? time.toMinutes() + "m" : time.toHours() + "h";
    }
}
