package dev.backonline.channel.api;

import dev.backonline.channel.Outcome;
import dev.backonline.check.Wire;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a network means by its own codes or words for a no, and what is to be done about it: a line for each meaning, as in
 * {@code target gone | no_such_room is_archived | name another room in the file}. {@code *} is every other error; without such a line the
 * shared reading serves for them. A field of the answer may stand in the advice, as in <code>{needed}</code>.
 */
public final class ErrorTable {
    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)\\}");

    private final Map<String, Row> rows;

    private ErrorTable(Map<String, Row> rows) {
        this.rows = Collections.unmodifiableMap(rows);
    }

    /** Throws {@link IllegalArgumentException} on a meaning that is none. */
    public static ErrorTable of(String table) {
        var rows = new LinkedHashMap<String, Row>();
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
        REJECTED,
        /** Only of a post that replies to another, or edits it. */
        PARENT_GONE,
        NOT_SENT,
        /** Without advice, which the network gives itself: when to come again. */
        THROTTLED,
        /** Without advice: it is looked up. */
        UNKNOWN
    }

    private record Row(Meaning meaning, String advice) {
        private String said(Wire.Answered answered, Answers answers) {
            return answers.said(answered, advice(answered));
        }

        private String advice(Wire.Answered answered) {
            return FIELD.matcher(advice).replaceAll(field -> field(answered, field.group(1)));
        }

        private Outcome outcome(Wire.Answered answered, Answers answers, Instant now) {
            return switch (meaning) {
                case TARGET_GONE -> new Outcome.TargetGone(said(answered, answers));
                case AUTH_INVALID -> new Outcome.AuthInvalid(said(answered, answers));
                case PARENT_GONE -> new Outcome.ParentGone(said(answered, answers));
                case REJECTED -> new Outcome.Rejected(said(answered, answers));
                case NOT_SENT -> new Outcome.NotSent(said(answered, answers));
                case THROTTLED -> answers.throttled(answered, now);
                case UNKNOWN -> answers.unknown(answered, now);
            };
        }

        /** Only names of things, such as scopes: no sentence, and nothing that would be markup somewhere. */
        private static String field(Wire.Answered answered, String name) {
            var value = Answers.json(answered).path(name).asText();
            return value.matches("[a-z.:, _]{1,100}") ? value : "for this";
        }
    }

    /** What an operator is to do about an error; empty where no operator can help. */
    public Optional<String> advice(String error, Wire.Answered answered) {
        return Optional.ofNullable(rows.get(error))
                .filter(row -> row.meaning() == Meaning.TARGET_GONE || row.meaning() == Meaning.AUTH_INVALID)
                .map(row -> row.advice(answered));
    }

    /** Empty if the error is in no row. {@code onPost}: whether the post replies to another, or edits it. */
    public Optional<Outcome> outcome(
            String error, boolean onPost, Wire.Answered answered, Answers answers, Instant now) {
        return told(Stream.of(error, "*"), onPost).map(row -> row.outcome(answered, answers, now));
    }

    /** The same of a network that writes sentences: the first error in the table that is part of it decides, with {@code _} for a blank. */
    public Optional<Outcome> heard(
            String sentence, boolean onPost, Wire.Answered answered, Answers answers, Instant now) {
        var words = sentence.toLowerCase(Locale.ROOT).replace(' ', '_');
        return told(rows.keySet().stream().filter(words::contains), onPost)
                .map(row -> row.outcome(answered, answers, now));
    }

    private Optional<Row> told(Stream<String> errors, boolean onPost) {
        return errors.flatMap(error -> Stream.ofNullable(rows.get(error)))
                .filter(row -> onPost || row.meaning() != Meaning.PARENT_GONE)
                .findFirst();
    }
}
