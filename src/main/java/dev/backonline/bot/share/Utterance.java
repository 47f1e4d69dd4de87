package dev.backonline.bot.share;

import dev.backonline.check.Answer;
import java.time.Instant;

/**
 * What one check answered last at one location, by which process, how often in a row, and until when that is known. {@code steady}: so
 * often that the same once more teaches nothing; from then on it is not said again until it changes.
 */
record Utterance(String speaker, Answer answer, long streak, boolean steady, Instant at) {

    /** The first answer of all; {@code memory}: how many of them are looked at. */
    static Utterance first(String speaker, Answer answer, Instant at, int memory) {
        return new Utterance(speaker, answer, 1, memory <= 1, at);
    }

    /** After one more answer. */
    Utterance after(String next, Answer said, Instant time, int memory) {
        var times = isLike(said) ? streak + 1 : 1;
        return new Utterance(next, said, times, times >= memory, time);
    }

    private boolean isLike(Answer other) {
        return answer.getClass().equals(other.getClass());
    }

    /** Whether others would not know of this answer by themselves. */
    boolean isNews(String next, Answer said) {
        return !(steady && isLike(said) && speaker.equals(next));
    }

    /** Steady from now on, as its process says. */
    Utterance steadied() {
        return new Utterance(speaker, answer, streak, true, at);
    }

    /** The same until then. */
    Utterance until(Instant time) {
        return new Utterance(speaker, answer, streak, steady, time);
    }
}
