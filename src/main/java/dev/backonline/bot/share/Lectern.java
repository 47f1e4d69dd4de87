package dev.backonline.bot.share;

import dev.backonline.store.share.Word;
import dev.backonline.store.share.Word.Aged;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** What is to be said to the other processes, in its order, until it is written. For several threads at once. */
final class Lectern {
    /** Ours: what was seen longest ago is of no use any more once so much has changed since. */
    private static final int MOST = 50_000;

    private final LongSupplier nanos;
    private final Deque<Unsaid> unsaid = new ArrayDeque<>();
    private final Map<String, Word.Passed> lastPassed = new HashMap<>();
    private long number;

    /** A word, and when it became true. */
    private record Unsaid(long number, Word word, long nanos) {
        Aged aged(long now) {
            return new Aged(number, word, Duration.ofNanos(now - nanos));
        }
    }

    Lectern(LongSupplier nanos) {
        this.nanos = nanos;
        // Higher than any number of one before in the same process, which says its words under the same name.
        this.number = nanos.getAsLong();
    }

    void say(Word word) {
        say(word, Duration.ZERO);
    }

    /** What became true so long ago. */
    synchronized void say(Word word, Duration age) {
        if (isSaidAlready(word)) {
            return;
        }
        if (unsaid.size() == MOST) {
            unsaid.removeFirst();
        }
        unsaid.addLast(new Unsaid(++number, word, nanos.getAsLong() - age.toNanos()));
    }

    /** A beat that follows another one says nothing more, and so does news. */
    private boolean isSaidAlready(Word word) {
        return switch (word) {
            case Word.Answered _ -> false;
            case Word.Passed passed -> passed.equals(lastPassed.put(passed.address(), passed));
            case Word.News _ -> !unsaid.isEmpty() && unsaid.getLast().word() instanceof Word.News;
        };
    }

    /** All of it; it stays here until it is {@link #said}. */
    synchronized List<Aged> unsaid() {
        var now = nanos.getAsLong();
        return unsaid.stream().map(one -> one.aged(now)).toList();
    }

    /** These are written. */
    synchronized void said(List<Aged> words) {
        if (!words.isEmpty()) {
            var last = words.getLast().number();
            unsaid.removeIf(one -> one.number() <= last);
            lastPassed.clear();
            unsaid.forEach(this::note);
        }
    }

    private void note(Unsaid one) {
        if (one.word() instanceof Word.Passed passed) {
            lastPassed.put(passed.address(), passed);
        }
    }
}
