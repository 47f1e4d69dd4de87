package dev.backonline.bot;

import dev.backonline.channel.Courier;
import dev.backonline.outbox.StoreUnavailable;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Keeps one courier for each channel at work, each on a thread of its own, so that none waits for another. */
final class PostRoom implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PostRoom.class);
    /** Ours: how long a courier rests when nothing calls it; what is due by its own time waits no longer than this. */
    private static final long REST_MILLIS = 250;
    /** Ours: the rest after the database could not be read. */
    private static final long REST_AFTER_FAILURE_MILLIS = 1000;

    private final List<Desk> desks;
    private volatile boolean closing;

    /** A courier, its bell, and its thread. */
    private record Desk(Courier courier, Semaphore bell) {}

    PostRoom(List<Courier> couriers) {
        desks = couriers.stream()
                .map(courier -> new Desk(courier, new Semaphore(0)))
                .toList();
    }

    void open() {
        desks.forEach(desk -> Thread.ofVirtual().name("courier").start(() -> serve(desk)));
    }

    /** There is something new to deliver. */
    void ring() {
        desks.forEach(desk -> desk.bell().release());
    }

    /** No new delivery is begun; one whose socket is being written is finished or found again at the next start. */
    @Override
    public void close() {
        closing = true;
        ring();
    }

    private void serve(Desk desk) {
        while (!closing) {
            rest(desk.bell(), work(desk.courier()));
        }
    }

    private static long work(Courier courier) {
        try {
            return courier.work() ? 0 : REST_MILLIS;
        } catch (StoreUnavailable unavailable) {
            LOG.errorf("Nothing can be delivered: %s; trying again", unavailable.getMessage());
            return REST_AFTER_FAILURE_MILLIS;
        } catch (RuntimeException bug) {
            LOG.error("A courier met a bug; it looks again at what is due", bug);
            return REST_AFTER_FAILURE_MILLIS;
        }
    }

    private static void rest(Semaphore bell, long millis) {
        try {
            if (bell.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
