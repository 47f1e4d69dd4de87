package dev.backonline.message;

import dev.backonline.incident.Transition;
import java.util.Locale;

/** What a template says; the key of a wording in the language files and in {@code messages} of the file. */
public enum Saying {
    PROBLEM,
    STILL,
    WORSE,
    BETTER,
    RECOVERING,
    RESOLVED,
    AGAIN,
    INTERMITTENT,
    /** A person's words. */
    NOTE,
    /** It was a false alarm. */
    CORRECTION,
    /** A whole outage in one message, for a network that could not be reached while it lasted. */
    SUMMARY;

    public static Saying of(Transition transition) {
        return switch (transition) {
            case Transition.Problem _ -> PROBLEM;
            case Transition.Still _ -> STILL;
            case Transition.Worse _ -> WORSE;
            case Transition.Better _ -> BETTER;
            case Transition.Recovering _ -> RECOVERING;
            case Transition.Resolved _ -> RESOLVED;
            case Transition.Again _ -> AGAIN;
            case Transition.Intermittent _ -> INTERMITTENT;
            case Transition.Note _ -> NOTE;
            case Transition.Correction _ -> CORRECTION;
        };
    }

    /** Whether nothing follows it while all goes well. */
    public boolean isLastWord() {
        return this == RESOLVED || this == CORRECTION || this == SUMMARY;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
