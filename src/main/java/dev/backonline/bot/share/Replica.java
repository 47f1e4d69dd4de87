package dev.backonline.bot.share;

import dev.backonline.channel.Clock;
import dev.backonline.check.Observation.Location;
import dev.backonline.store.share.Roster.Peer;
import dev.backonline.store.share.ShareBook;
import dev.backonline.store.share.Word;
import dev.backonline.store.share.WordBook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One process among those that share a database: renews what it holds, takes what nobody holds, says what it sees and hears what others
 * see. Its rounds are one thread's; while the database is away none succeeds, and what is held goes on being asked.
 */
final class Replica {
    /** Ours: how late others hear of what is seen here. */
    private static final Duration LISTEN_EVERY = Duration.ofMillis(300);
    /** Ours: several renewals may fail before a lease ends. */
    private static final Duration RENEW_EVERY = Duration.ofSeconds(1);
    /** Ours: for so long words are kept for those who come, or come back, */
    private static final Duration KEPT = Duration.ofMinutes(15);
    /** and so often those that are older are forgotten. */
    private static final Duration FORGET_EVERY = Duration.ofMinutes(1);

    private final Means means;
    private final Duties duties;
    private final Reach reach;
    private final Seat seat;
    private final Portion portion;
    private Optional<Long> lastRead = Optional.empty();
    private Optional<Long> renewed = Optional.empty();
    private Optional<Long> forgotten = Optional.empty();

    /** Where leases and words are kept, what is said and heard, from where, and by which clock. */
    record Means(ShareBook shares, WordBook words, Voices voices, Lectern lectern, Location location, Clock clock) {
        long nanos() {
            return clock.nanos().getAsLong();
        }
    }

    Replica(Means means, Duties duties) {
        this.means = means;
        this.duties = duties;
        this.reach = new Reach(means.shares().owner(), means.shares().lease());
        this.seat = new Seat(means.shares(), reach, means.clock().nanos());
        this.portion = new Portion(means.shares(), means.location(), reach, held -> {
            means.voices().hold(held);
            duties.ask(means.voices()::isHeld);
        });
    }

    Seat seat() {
        return seat;
    }

    /** How many shares are held here. */
    int shares() {
        return portion.size();
    }

    /** Gives when it is to be called again. Blocks on the database; fails if that is away, and is to be called again then too. */
    Duration round() {
        var started = means.nanos();
        say();
        if (isDue(renewed, RENEW_EVERY, started) && duties.keepsPace()) {
            renew(started);
            renewed = Optional.of(started);
        } else {
            listen(List.of());
        }
        return LISTEN_EVERY;
    }

    private static boolean isDue(Optional<Long> last, Duration every, long now) {
        return last.filter(it -> now - it < every.toNanos()).isEmpty();
    }

    /** All that had been seen when it {@code started} is said; so whoever reads our mark has read that. */
    private void renew(long started) {
        var asked = means.nanos();
        var roster = means.shares().round(means.location(), duties.isAble(), Duration.ofNanos(asked - started));
        var now = means.clock().now();
        var read = means.nanos();
        reach.made(asked);
        listen(roster.peers());
        means.voices()
                .mark(Vitals.read(roster, means.shares().owner(), means.shares().lease(), now, read));
        portion.look(roster, asked, this::say);
        seat.look(roster, asked);
        if (seat.isOurs() && isDue(forgotten, FORGET_EVERY, asked)) {
            means.words().forget(KEPT);
            means.shares().bury();
            forgotten = Optional.of(asked);
        }
    }

    private void say() {
        var words = means.lectern().unsaid();
        means.words().write(words);
        means.lectern().said(words);
    }

    /** At first only what those say who are there: of what is asked, whoever is gone knows nothing of now. */
    private void listen(List<Peer> peers) {
        if (lastRead.isEmpty() && peers.isEmpty()) {
            return;
        }
        var me = means.shares().owner();
        var read = means.words().after(lastRead.orElse(0L));
        var there = peers.stream().map(Peer::owner).collect(Collectors.toSet());
        var heard = read.stream()
                .filter(one -> !one.writer().equals(me))
                .filter(one ->
                        lastRead.isPresent() || there.contains(one.writer()) || one.word() instanceof Word.Passed)
                .toList();
        heed(heard);
        lastRead = Optional.of(
                read.isEmpty() ? lastRead.orElse(0L) : read.getLast().id());
    }

    private void heed(List<Word.Read> heard) {
        means.voices().hear(heard);
        for (var read : heard) {
            if (read.word() instanceof Word.Passed(var address, var message)) {
                duties.passed(address, message);
            }
        }
        if (heard.stream().anyMatch(one -> one.word() instanceof Word.News)) {
            duties.news();
        }
    }

    /** What is held is given up at once, so that others need not wait; all that was seen is said before. */
    void leave() {
        seat.leave();
        say();
        means.shares().leave();
    }
}
