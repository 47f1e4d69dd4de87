package dev.backonline.bot.crash;

import dev.backonline.store.Dialect;
import dev.backonline.store.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One history of incidents, told by an engine that is killed again and again; the seed decides where. */
final class CrashHistory implements AutoCloseable {
    static final int SPEED = 50;
    /** The longest lease of these channels is 65 s, at this speed. */
    private static final int LEASE_MILLIS = 65_000 / SPEED;

    private static final String VICTIM = "victim";
    private static final String CUT =
            "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = '%s'"
                    .formatted(VICTIM);
    private final long seed;
    private final Path directory;
    private final TestDatabase database;
    private final FastTime time = new FastTime(Instant.now(), SPEED);
    private final Networks networks = new Networks(time::now);
    private final Random random;
    private final List<String> story = new ArrayList<>();
    private final Figures figures = new Figures();
    private final List<String> names;
    private final List<Life> lives = new ArrayList<>();

    CrashHistory(long seed, TestDatabase database, Path directory) {
        this(seed, database, directory, Crew.NAMES);
    }

    CrashHistory(long seed, TestDatabase database, Path directory, List<String> names) {
        this.names = names;
        this.seed = seed;
        this.database = database;
        this.directory = directory;
        this.random = new Random(seed);
    }

    /** Gives what came of it, or fails with all that is needed to see why. */
    Figures run(int crashes) {
        var next = start();
        for (var crash = 0; crash < crashes; crash++) {
            try (var life = next) {
                next = start();
                end(life, CrashPoint.drawn(random));
            }
        }
        return settled(next.begin());
    }

    /** The same with the database's connections cut instead, while one engine lives on. */
    Figures cut(int cuts) {
        var life = start().begin();
        for (var cut = 0; cut < cuts; cut++) {
            var spot = CrashPoint.spot(random);
            var where = atSpot(life, spot);
            figures.count("connections cut", cutConnections());
            life.tell("go");
            note("cut", spot.toString(), where);
        }
        return settled(life);
    }

    /** Two engines on one database, of which now and then one stands still for longer than its leases. */
    Figures stopped(int stops) {
        var one = start().begin();
        try (var other = start(Map.of("waves", "false")).begin()) {
            for (var stop = 0; stop < stops; stop++) {
                stop(random.nextBoolean() ? one : other);
            }
            bugs(other);
            figures.count("refused", refused(one) + refused(other));
        }
        return settled(one);
    }

    private void stop(Life life) {
        var spot = CrashPoint.spot(random);
        var where = atSpot(life, spot);
        life.signal("STOP");
        var _ = isReached(new CountDownLatch(1), LEASE_MILLIS + random.nextInt(LEASE_MILLIS));
        life.signal("CONT");
        life.tell("go");
        note("stops", spot.toString(), where);
    }

    private static int refused(Life life) {
        return (int)
                life.said().stream().filter(line -> line.startsWith("refused")).count();
    }

    /** Whatever is done to the database, so many times, while one engine lives on. */
    Figures meanwhile(int times, Runnable harm) {
        var life = start().begin();
        for (var time = 0; time < times; time++) {
            var spot = CrashPoint.spot(random);
            var where = atSpot(life, spot);
            harm.run();
            life.tell("go");
            note("harms", spot.toString(), where);
        }
        return settled(life);
    }

    private int cutConnections() {
        try (var connection = database.source().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(CUT)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Life start() {
        return start(Map.of());
    }

    private Life start(Map<String, String> more) {
        var url = database.url();
        var told = new TreeMap<>(Map.of(
                "url", database.dialect() == Dialect.EMBEDDED ? url : url + "&ApplicationName=" + VICTIM,
                "dialect", database.dialect().name(),
                "directory", directory.toString(),
                "began", Long.toString(time.began().toEpochMilli()),
                "speed", Integer.toString(SPEED),
                "owner", "life-" + lives.size()));
        networks.addresses().forEach((name, address) -> told.put(name, address.toString()));
        told.keySet().removeIf(name -> Crew.NAMES.contains(name) && !names.contains(name));
        told.putAll(more);
        lives.add(Life.started(told, directory.resolve("engine.log")));
        return lives.getLast();
    }

    private void end(Life life, CrashPoint point) {
        var where = switch (point) {
            case CrashPoint.AtWrite(var spot) -> atSpot(life.begin(), spot);
            case CrashPoint.AtPost post -> atPost(life, post);
            case CrashPoint.AtTime(var millis) -> atTime(life, millis);
        };
        life.kill();
        networks.listen((_, _) -> true);
        note("crashes", point.toString(), where);
        bugs(life);
    }

    private void note(String what, String planned, String where) {
        figures.count(what, 1);
        figures.count("%s %s".formatted(what, where.split(" on ", 2)[0]), 1);
        story.add("%s: %s".formatted(planned, where));
    }

    private static String atSpot(Life life, Trap.Spot spot) {
        return life.tell("arm " + spot)
                .await(line -> line.startsWith("caught"), Duration.ofMillis(CrashPoint.LONGEST_MILLIS))
                .map(line -> line.replaceFirst("caught (\\w+ \\w+) ", "$1 on "))
                .orElse("at some time");
    }

    /** The server waits until the engine is dead, and goes on then. */
    private String atPost(Life life, CrashPoint.AtPost post) {
        var count = new AtomicInteger();
        var reached = new CountDownLatch(1);
        networks.listen((moment, _) -> {
            if (moment == post.moment() && count.incrementAndGet() == post.count()) {
                life.kill();
                reached.countDown();
                return post.created();
            }
            return true;
        });
        life.begin();
        return isReached(reached, CrashPoint.LONGEST_MILLIS)
                ? "%s at the server%s".formatted(post.moment(), post.created() ? "" : ", never created")
                : "at some time";
    }

    private static String atTime(Life life, int millis) {
        life.begin();
        var _ = isReached(new CountDownLatch(1), millis);
        return "at some time";
    }

    private static boolean isReached(CountDownLatch latch, int millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Figures settled(Life last) {
        try (last) {
            last.tell("finish");
            var _ = last.await(line -> line.startsWith("settled"), Duration.ofSeconds(60))
                    .orElseThrow(() -> new AssertionError("all should come to an end: " + told() + last.said()));
            bugs(last);
        }
        // With connections of its own: the others may have been cut.
        try (var fresh = TestDatabase.opened(database.url(), database.dialect())) {
            figures.add(new Audit(fresh.store(), networks, names, told()).figures());
        }
        return figures;
    }

    private void bugs(Life life) {
        var bugs = life.said().stream().filter(line -> line.startsWith("bug")).toList();
        if (!bugs.isEmpty()) {
            throw new AssertionError(bugs + told());
        }
    }

    private String told() {
        return "seed %d on %s, crashes:%n%s%n"
                .formatted(
                        seed,
                        database.dialect() == Dialect.EMBEDDED ? "SQLite" : "PostgreSQL",
                        String.join("\n", story));
    }

    @Override
    public void close() {
        lives.forEach(Life::close);
        networks.close();
        database.close();
    }
}
