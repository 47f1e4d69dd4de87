package dev.backonline.store;

import dev.backonline.store.Database.Work;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * SQLite's one writer. A commit waits for the disk, so all that was asked for meanwhile is committed together, each part for itself
 * done or undone. It has a thread of its own, since a virtual one would hold its carrier while the disk makes it wait.
 */
final class Writer {
    private final Database database;
    private final Queue<Pending<?>> waiting = new ConcurrentLinkedQueue<>();
    private final Executor thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("store-writer").factory());

    Writer(Database database) {
        this.database = database;
    }

    /** Blocks until it is committed, or failed. */
    <T> T write(Work<T> work) throws SQLException {
        var pending = new Pending<>(work);
        waiting.add(pending);
        thread.execute(this::commit);
        return pending.outcome();
    }

    private void commit() {
        var group = drained();
        if (group.isEmpty()) {
            return;
        }
        try {
            database.transaction(session -> workedOn(session, group));
            group.forEach(Pending::committed);
        } catch (SQLException | RuntimeException | Error failure) {
            group.forEach(pending -> pending.failed(failure));
        }
    }

    private List<Pending<?>> drained() {
        var group = new ArrayList<Pending<?>>();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            group.add(next);
        }
        return group;
    }

    private static boolean workedOn(Session session, List<Pending<?>> group) throws SQLException {
        for (var pending : group) {
            pending.workOn(session);
        }
        return true;
    }

    /** One part of what is committed together; used by the writer's thread until it is settled. */
    private static final class Pending<T> {
        private final Work<T> work;
        private final CompletableFuture<T> settled = new CompletableFuture<>();
        private Optional<T> result = Optional.empty();

        Pending(Work<T> work) {
            this.work = work;
        }

        /** Fails only if nothing of the whole can be saved. */
        void workOn(Session session) throws SQLException {
            session.run("SAVEPOINT part");
            try {
                result = Optional.of(work.in(session));
            } catch (SQLException | RuntimeException failure) {
                failed(failure);
                undo(session, failure);
            }
            session.run("RELEASE part");
        }

        /** After some failures (a full disk) SQLite has already undone all, and there is no part any more to go back to. */
        private static void undo(Session session, Exception failure) throws SQLException {
            try {
                session.run("ROLLBACK TO part");
            } catch (SQLException lost) {
                throw failure instanceof SQLException cause ? cause : lost;
            }
        }

        void committed() {
            result.ifPresent(settled::complete);
        }

        void failed(Throwable failure) {
            settled.completeExceptionally(failure);
        }

        T outcome() throws SQLException {
            try {
                return settled.join();
            } catch (CompletionException failure) {
                if (failure.getCause() instanceof SQLException cause) {
                    throw cause;
                }
                throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
            }
        }
    }
}
