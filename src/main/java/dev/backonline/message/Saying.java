package dev.backonline.message;

import dev.backonline.catalog.Maintenance.Stage;
import dev.backonline.incident.Transition;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

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
    SUMMARY,
    /** Of a maintenance, as all that follow. */
    SCHEDULED,
    STARTED,
    COMPLETED,
    CANCELLED,
    /** Of an alarm, and so for operators only, as what follows. */
    RAISED,
    CLEARED;

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
            case Transition.Staged staged -> of(staged.stage());
            case Transition.Alarmed alarmed -> alarmed.stands() ? RAISED : CLEARED;
        };
    }

    private static Saying of(Stage stage) {
        return switch (stage) {
            case SCHEDULED -> SCHEDULED;
            case IN_PROGRESS -> STARTED;
            case COMPLETED -> COMPLETED;
            case CANCELLED -> CANCELLED;
        };
    }

    /** Whether it tells of a maintenance, and not of trouble. */
    public boolean isOfMaintenance() {
        return this == SCHEDULED || this == STARTED || this == COMPLETED || this == CANCELLED;
    }

    /** The keys of all that users are told. */
    public static Stream<String> forUsers() {
        return Arrays.stream(values()).filter(saying -> !saying.isOfAlarm()).map(Saying::key);
    }

    /** Whether it tells of an alarm: the public never hears it. */
    public boolean isOfAlarm() {
        return this == RAISED || this == CLEARED;
    }

    /** Whether nothing follows it while all goes well. */
    public boolean isLastWord() {
        return switch (this) {
            case RESOLVED, CORRECTION, SUMMARY, COMPLETED, CANCELLED, CLEARED -> true;
            case PROBLEM, STILL, WORSE, BETTER, RECOVERING, AGAIN, INTERMITTENT, NOTE, SCHEDULED, STARTED, RAISED ->
                false;
        };
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
