package dev.backonline.store.share;

import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation.Location;
import dev.backonline.store.Database;
import dev.backonline.store.Session.Row;
import dev.backonline.store.share.Word.Aged;
import dev.backonline.store.share.Word.Read;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The words between processes, in one order for all; PostgreSQL only. All methods block on the database. */
public final class WordBook {
    /** Ours: more are read, or written, one part after the other. */
    private static final int MOST = 2000;
    /** Ours: a reason may quote what a server sent. */
    private static final int LONGEST_REASON = 500;

    private static final String PLACES = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String AFTER = """
            SELECT id, writer, topic, location, subject, kind, text, took, steady, %s - at AS age
            FROM shared_word WHERE id > ? ORDER BY id LIMIT %d""".formatted(ShareBook.NOW, MOST);

    /** Of each check and location the newest stays: it may hold still. */
    private static final String FORGET = """
            DELETE FROM shared_word AS old
            WHERE at < %s - ? AND (topic <> 'said' OR EXISTS (
                SELECT 1 FROM shared_word AS newer
                WHERE newer.topic = 'said' AND newer.subject = old.subject AND newer.location = old.location
                    AND newer.id > old.id))""".formatted(ShareBook.NOW);

    private final Database database;
    private final String owner;

    public WordBook(Database database, String owner) {
        this.database = database;
        this.owner = owner;
    }

    /**
     * Ids are given in the order of commits, or a reader might pass one that was not committed yet; in one statement, so that nobody stands
     * still with the lock in hand. Of a share only its owner speaks: who was overtaken while it stood still says nothing any more.
     */
    private static String write(int count) {
        return """
                WITH alone AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtextextended('words', 0)) AS locked)
                INSERT INTO shared_word (writer, number, topic, location, subject, kind, text, took, steady, at)
                SELECT v.writer, v.number, v.topic, v.location, v.subject, v.kind, v.text, v.took, v.steady,
                    clock.now - v.age
                FROM (VALUES %s) AS v (number, writer, share, topic, location, subject, kind, text, took, steady, age)
                    CROSS JOIN alone CROSS JOIN (SELECT %s AS now) AS clock
                WHERE v.share = '' OR EXISTS (
                    SELECT 1 FROM share_lease WHERE share_lease.name = v.share AND share_lease.owner = v.writer)
                ORDER BY v.number
                ON CONFLICT (writer, number) DO NOTHING""".formatted(String.join(", ", Collections.nCopies(count, PLACES)), ShareBook.NOW);
    }

    /** Says these in their order; those of shares that are not ours any more are left out. */
    public void write(List<Aged> words) {
        for (var from = 0; from < words.size(); from += MOST) {
            var part = words.subList(from, Math.min(words.size(), from + MOST));
            database.read(session -> session.update(write(part.size()), values(part)));
        }
    }

    private Object[] values(List<Aged> part) {
        var values = new ArrayList<Object>();
        for (var aged : part) {
            values.add(aged.number());
            values.add(owner);
            values.addAll(values(aged.word()));
            values.add(aged.age());
        }
        return values.toArray();
    }

    private static List<Object> values(Word word) {
        return switch (word) {
            case Word.Answered said ->
                List.of(
                        said.share(),
                        "said",
                        said.location(),
                        said.check(),
                        Kind.of(said.answer()),
                        reason(said.answer()),
                        said.took(),
                        said.steady() ? 1 : 0);
            case Word.Passed(var address, var message) -> List.of("", "passed", "", address, "", message, 0, 0);
            case Word.News _ -> List.of("", "news", "", "", "", "", 0, 0);
        };
    }

    private static String reason(Answer answer) {
        var reason = answer.reason();
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }

    /** All that was said after this one, our own words among it. */
    public List<Read> after(long id) {
        var read = new ArrayList<Read>();
        var last = id;
        var more = true;
        while (more) {
            var from = last;
            var part = database.read(session -> session.rows(AFTER, WordBook::read, from));
            read.addAll(part);
            more = part.size() == MOST;
            last = part.isEmpty() ? last : part.getLast().id();
        }
        return read;
    }

    private static Read read(Row row) throws SQLException {
        var word = switch (row.text("topic")) {
            case "said" -> said(row);
            case "passed" -> new Word.Passed(row.text("subject"), row.text("text"));
            // A topic of a later version is no more than news to this one.
            default -> new Word.News();
        };
        return new Read(row.number("id"), row.text("writer"), word, Duration.ofMillis(row.number("age")));
    }

    private static Word said(Row row) throws SQLException {
        var location = new Location(row.text("location"));
        var check = new CheckId(row.text("subject"));
        var answer = Kind.named(row.text("kind")).answer(row.text("text"));
        var took = Duration.ofMillis(row.number("took"));
        return new Word.Answered("", location, check, answer, took, row.isTrue("steady"));
    }

    /** Forgets what is older than this, but for what still holds. */
    public void forget(Duration age) {
        database.read(session -> session.update(FORGET, age));
    }

    /** The kinds of answers as they are stored. */
    enum Kind {
        UP,
        SLOW,
        UNREACHED,
        DOWN,
        INCONCLUSIVE;

        static Kind of(Answer answer) {
            return switch (answer) {
                case Answer.Up _ -> UP;
                case Answer.Slow _ -> SLOW;
                case Answer.Down down -> down.layer() == Answer.Layer.TRANSPORT ? UNREACHED : DOWN;
                case Answer.Inconclusive _ -> INCONCLUSIVE;
            };
        }

        /** One of a later version teaches nothing to this one. */
        static Kind named(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElse(INCONCLUSIVE);
        }

        Answer answer(String reason) {
            return switch (this) {
                case UP -> new Answer.Up();
                case SLOW -> new Answer.Slow(reason);
                case UNREACHED -> new Answer.Down(Answer.Layer.TRANSPORT, reason);
                case DOWN -> new Answer.Down(Answer.Layer.ANSWER, reason);
                case INCONCLUSIVE -> new Answer.Inconclusive(reason);
            };
        }
    }
}
