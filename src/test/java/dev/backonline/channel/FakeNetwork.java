package dev.backonline.channel;

import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

/** A network in memory that does to posts what real ones do: it counts those it created, not the calls that were made. */
public final class FakeNetwork implements Channel {
    private static final Duration SETTLE = Duration.ofSeconds(10);

    private final boolean honoursKeys;
    private final Queue<Mood> moods = new ArrayDeque<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> edits = new ArrayList<>();
    private boolean listReadable = true;
    private Probe answer = new Probe.Mute("a fake");

    /** What the network does with the next post; when none is left it works. */
    public enum Mood {
        WORKS,
        REFUSES,
        CREATES_THEN_RESETS,
        RESETS,
        THROTTLES,
        REJECTS,
        REFUSES_CREDENTIALS,
        MISSES_THE_PARENT
    }

    /** One post as the network keeps it. */
    public record Entry(String id, String key, String text, Optional<String> parent, Instant at) {}

    public FakeNetwork(boolean honoursKeys) {
        this.honoursKeys = honoursKeys;
    }

    public void next(Mood... coming) {
        moods.addAll(List.of(coming));
    }

    /** From now on it works. */
    public void calm() {
        moods.clear();
    }

    public void listReadable(boolean readable) {
        listReadable = readable;
    }

    public void answers(Probe probe) {
        answer = probe;
    }

    @Override
    public Probe probe(Instant now) {
        return answer;
    }

    public List<String> texts() {
        return entries.stream().map(Entry::text).toList();
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    public void postedByHand(String text, Instant at) {
        entries.add(new Entry("p" + entries.size(), "by hand", text, Optional.empty(), at));
    }

    @Override
    public String prepare(Post post) {
        return post.message().text();
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        return answer(now, () -> create(frozen, now));
    }

    @Override
    public Outcome edit(Frozen frozen, Instant now) {
        return entries.stream()
                        .noneMatch(entry -> entry.id().equals(frozen.edited().id()))
                ? new Outcome.ParentGone("HTTP 404")
                : answer(now, () -> changed(frozen));
    }

    private Outcome answer(Instant now, Supplier<Posted> done) {
        var mood = Optional.ofNullable(moods.poll()).orElse(Mood.WORKS);
        return switch (mood) {
            case WORKS -> new Outcome.Delivered(done.get());
            case REFUSES -> new Outcome.NotSent("connection refused");
            case CREATES_THEN_RESETS -> {
                var _ = done.get();
                yield new Outcome.Unknown("connection reset", SETTLE);
            }
            case RESETS -> new Outcome.Unknown("connection reset", SETTLE);
            case THROTTLES -> new Outcome.Throttled(now.plusSeconds(30), "HTTP 429");
            case REJECTS -> new Outcome.Rejected("HTTP 422");
            case MISSES_THE_PARENT -> new Outcome.ParentGone("HTTP 404");
            case REFUSES_CREDENTIALS -> new Outcome.AuthInvalid("HTTP 401: make a new token");
        };
    }

    private Posted changed(Frozen frozen) {
        edits.add(frozen.text());
        entries.replaceAll(entry -> entry.id().equals(frozen.edited().id())
                ? new Entry(entry.id(), entry.key(), frozen.text(), entry.parent(), entry.at())
                : entry);
        return frozen.edited();
    }

    /** What entries were made to say, in order. */
    public List<String> edits() {
        return List.copyOf(edits);
    }

    /** Somebody deletes all that was posted. */
    public void deleteAll() {
        entries.clear();
    }

    private Posted create(Frozen frozen, Instant now) {
        var earlier = entries.stream()
                .filter(entry -> honoursKeys && entry.key().equals(frozen.key()))
                .findFirst();
        var entry = earlier.orElseGet(() -> new Entry(
                "p" + entries.size(),
                frozen.key(),
                frozen.text(),
                frozen.parent().map(Posted::id),
                now));
        if (earlier.isEmpty()) {
            entries.add(entry);
        }
        return new Posted(entry.id(), Optional.empty());
    }

    @Override
    public Sighting newest(Instant now) {
        if (!listReadable) {
            return new Sighting.Unavailable("HTTP 503", Optional.empty());
        }
        return entries.isEmpty()
                ? new Sighting.Nothing()
                : new Sighting.Seen(new Posted(entries.getLast().id(), Optional.empty()));
    }

    @Override
    public Sighting lookUp(Frozen frozen, Claimed claimed, Instant now) {
        if (!listReadable) {
            return new Sighting.Unavailable("HTTP 503", Optional.empty());
        }
        return entries.stream()
                .filter(entry -> entry.text().equals(frozen.text()))
                .filter(entry -> entry.parent().equals(frozen.parent().map(Posted::id)))
                .filter(entry -> number(entry.id())
                        > frozen.newest().map(FakeNetwork::number).orElse(-1))
                .filter(entry -> !claimed.byAnother(entry.id()))
                .findFirst()
                .<Sighting>map(entry -> new Sighting.Seen(new Posted(entry.id(), Optional.empty())))
                .orElseGet(Sighting.Nothing::new);
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }
}
