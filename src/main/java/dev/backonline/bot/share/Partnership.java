package dev.backonline.bot.share;

import dev.backonline.bot.watch.Hearsay;
import dev.backonline.bot.watch.Watch;
import dev.backonline.channel.Clock;
import dev.backonline.check.Observation.Location;
import dev.backonline.config.BotConfig;
import dev.backonline.store.Store;
import dev.backonline.store.share.Word;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What this process does of all that is to be done on its database: everything, where there can be no other; else its part (decision 33).
 * {@link #join} comes before all others.
 */
public final class Partnership {
    /** Ours: a process that vanishes is replaced a second later, and one that is only late is not. */
    public static final Duration LEASE = Duration.ofSeconds(6);
    /** Ours: where there are no others, there is nothing to do. */
    private static final Duration SELDOM = Duration.ofMinutes(1);

    /** Ours: an end should not wait longer for a round that is under way. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Optional<Company> company;
    private final Location location;
    private final ReentrantLock sharing = new ReentrantLock();
    private volatile boolean left;
    private volatile Optional<Replica> replica = Optional.empty();

    /** What is said and heard among several. */
    private record Company(Voices voices, Lectern lectern, Replica.Means means) {}

    private Partnership(Optional<Company> company, Location location) {
        this.company = company;
        this.location = location;
    }

    /** {@code owner} names this process among the others. */
    public static Partnership of(BotConfig config, Store store, String owner, Location location, Clock clock) {
        return new Partnership(
                store.shared().map(shared -> {
                    var lectern = new Lectern(clock.nanos());
                    var voices = new Voices(config, location, owner, lectern, clock);
                    var means = new Replica.Means(
                            shared.shares(owner, LEASE), shared.words(owner), voices, lectern, location, clock);
                    return new Company(voices, lectern, means);
                }),
                location);
    }

    /** What is heard from others, and said to them. */
    public Hearsay hearsay() {
        return company.<Hearsay>map(Company::voices).orElse(Hearsay.NONE);
    }

    /** {@code duties}: what is done here. Alone, that is everything, from now on. */
    public void join(Duties duties, MeterRegistry figures) {
        replica = company.map(several -> new Replica(several.means(), duties));
        if (replica.isEmpty()) {
            duties.ask(_ -> true);
        }
        Gauge.builder("backonline.shares", this, Partnership::shares)
                .description("How many shares of the checks of its location this process asks")
                .tag("location", location.value())
                .register(figures);
        Gauge.builder("backonline.judging", this, it -> it.isJudge() ? 1 : 0)
                .description("Whether this process decides")
                .register(figures);
    }

    private int shares() {
        return replica.map(Replica::shares).orElse(Lot.COUNT);
    }

    /** Renews, says and hears; gives when to call it again. Blocks on the database. By one thread. */
    public Duration round() {
        sharing.lock();
        try {
            return left ? SELDOM : replica.map(Replica::round).orElse(SELDOM);
        } finally {
            sharing.unlock();
        }
    }

    /** Lets the watch know what the others have seen. By the thread that judges. */
    public void feed(Watch watch) {
        company.ifPresent(several -> several.voices().feed(watch::told));
    }

    /** Whether it is this process that decides. */
    public boolean isJudge() {
        return replica.map(one -> one.seat().isOurs()).orElse(true);
    }

    /** There is news of incidents here, which others should show. */
    public void news() {
        company.ifPresent(several -> several.lectern().say(new Word.News()));
    }

    /** Checks were told this at an address here, and those of others should be too. */
    public void pass(String address, String message) {
        company.ifPresent(several -> several.lectern().say(new Word.Passed(address, message)));
    }

    /** Our wall clock was moved, or our machine slept: what was known by times is known by other times, and who decides is not known. */
    public void moved(Duration by) {
        company.ifPresent(several -> several.voices().moved(by));
        replica.ifPresent(one -> one.seat().leave());
    }

    /** What is held is given up at once, and nothing is taken any more. Blocks on the database; if that hangs, others wait for the lease. */
    public void leave() {
        left = true;
        try {
            if (sharing.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                try {
                    replica.ifPresent(Replica::leave);
                } finally {
                    sharing.unlock();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
