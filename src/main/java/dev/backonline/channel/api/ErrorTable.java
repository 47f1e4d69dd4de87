package dev.backonline.channel.api;

import dev.backonline.channel.Outcome;
import dev.backonline.check.Wire;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a network means by its own codes or words for a no, and what is to be done about it: a line for each meaning, as in
 * {@code target gone | no_such_room is_archived | name another room in the file}. The shared reading serves for what is not in it.
 */
public final class ErrorTable {
    private final Map<String, Row> rows;

    private ErrorTable(Map<String, Row> rows) {
        this.rows = Map.copyOf(rows);
    }

    /** Throws {@link IllegalArgumentException} on a meaning that is none. */
    public static ErrorTable of(String table) {
        var rows = new HashMap<String, Row>();
        for (var line : table.lines().toList()) {
            var parts = line.split(" *\\| *", 3);
            var row = new Row(meaning(parts[0]), parts.length > 2 ? parts[2] : "");
            Arrays.stream(parts[1].strip().split(" +", -1)).forEach(error -> rows.put(error, row));
        }
        return new ErrorTable(rows);
    }

    private static Meaning meaning(String words) {
        return Meaning.valueOf(words.strip().toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    /** What an error means for the post. */
    public enum Meaning {
        TARGET_GONE,
        AUTH_INVALID,
        /** Only of a post that replies to another, or edits it. */
        PARENT_GONE,
        NOT_SENT,
        /** Without advice, which the network gives itself: when to come again. */
        THROTTLED,
        /** Without advice: it is looked up. */
        UNKNOWN
    }

    private record Row(Meaning meaning, String advice) {}

    /** What is to be done about an error that means this. */
    public Optional<String> advice(Meaning meaning, String error) {
        return Optional.ofNullable(rows.get(error))
                .filter(row -> row.meaning() == meaning)
                .map(Row::advice);
    }

    /** Empty if the error is in no row. {@code onPost}: whether the post replies to another, or edits it. */
    public Optional<Outcome> outcome(
            String error, boolean onPost, Wire.Answered answered, Answers answers, Instant now) {
        return Optional.ofNullable(rows.get(error))
                .filter(row -> onPost || row.meaning() != Meaning.PARENT_GONE)
                .map(row -> switch (row.meaning()) {
                    case TARGET_GONE -> new Outcome.TargetGone(answers.said(answered, row.advice()));
                    case AUTH_INVALID -> new Outcome.AuthInvalid(answers.said(answered, row.advice()));
                    case PARENT_GONE -> new Outcome.ParentGone(answers.said(answered, row.advice()));
                    case NOT_SENT -> new Outcome.NotSent(answers.said(answered, row.advice()));
                    case THROTTLED -> answers.throttled(answered, now);
                    case UNKNOWN -> answers.unknown(answered, now);
                });
    }
}
