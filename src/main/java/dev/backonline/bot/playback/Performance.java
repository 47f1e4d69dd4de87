package dev.backonline.bot.playback;

import dev.backonline.incident.Change;
import java.time.Instant;
import java.util.List;

/** What came of playing: every decision and every post, in order, from {@code start} to {@code end}. */
public record Performance(Instant start, Instant end, List<Change> changes, List<Posting> posts) {
    public Performance {
        changes = List.copyOf(changes);
        posts = List.copyOf(posts);
    }
}
