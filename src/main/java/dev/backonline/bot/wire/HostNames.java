package dev.backonline.bot.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks host names up with the JVM's resolver, on threads of its own: a resolver that is dead would stall an event loop, or the carriers
 * of the virtual threads, and everything that runs on them. Found addresses are remembered for some seconds.
 */
final class HostNames implements AutoCloseable {
    /** Ours: short enough to follow a name that moves, long enough that checks every second ask seldom. */
    private static final long REMEMBERED_NANOS = Duration.ofSeconds(10).toNanos();

    /** Ours: names that are looked up at once. While the resolver is dead the others wait, and fail as they would anyway. */
    private static final int THREADS = 64;

    private final ConcurrentMap<String, LookUp> lookUps = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("names-", 1).factory());

    /** What is known of a host. */
    sealed interface Found {}

    /** Its addresses, at least one, in the order to try them. */
    record Known(List<InetAddress> addresses) implements Found {}

    /** It has none, or nobody said in time. */
    record Missing(String reason) implements Found {}

    private static final class LookUp extends FutureTask<List<InetAddress>> {
        private final long begun = System.nanoTime();

        LookUp(String host) {
            super(() -> List.of(InetAddress.getAllByName(host)));
        }

        boolean isWorthKeeping() {
            return state() == State.RUNNING
                    || (state() == State.SUCCESS && System.nanoTime() - begun < REMEMBERED_NANOS);
        }
    }

    Found find(String host, Duration patience) {
        try {
            return new Known(lookUp(host).get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException failed) {
            return new Missing(
                    failed.getCause() instanceof UnknownHostException ? "no such host" : "name not resolved");
        } catch (TimeoutException _) {
            return new Missing("name not resolved within " + Cause.words(patience));
        } catch (RejectedExecutionException _) {
            return new Missing("shutting down");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Missing("interrupted");
        }
    }

    private LookUp lookUp(String host) {
        var known = lookUps.get(host);
        if (known != null && known.isWorthKeeping()) {
            return known;
        }
        var wanted = new LookUp(host);
        var kept = lookUps.merge(host, wanted, (old, young) -> old.isWorthKeeping() ? old : young);
        if (kept.equals(wanted)) {
            start(wanted, host);
        }
        return kept;
    }

    /** What is written as numbers needs no resolver. */
    private void start(LookUp lookUp, String host) {
        if (host.indexOf(':') >= 0 || Character.isDigit(host.charAt(host.length() - 1))) {
            lookUp.run();
        } else {
            queue(lookUp, host);
        }
    }

    /** One that nobody will work on is forgotten, lest others wait for it. */
    private void queue(LookUp lookUp, String host) {
        try {
            threads.execute(lookUp);
        } catch (RejectedExecutionException closed) {
            lookUps.remove(host, lookUp);
            throw closed;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
