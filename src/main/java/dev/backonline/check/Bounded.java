package dev.backonline.check;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps a question within its time-out. The work is done on a virtual thread of its own: at the end of the time it is interrupted, which
 * closes the socket that it is at, whatever it is doing.
 */
public record Bounded(String name, Duration timeout, Callable<Answer> question) implements Check {
    @Override
    public Answer ask() {
        var attempt = new FutureTask<>(question);
        var thread = Thread.ofVirtual().name("check " + name).start(attempt);
        try {
            return attempt.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            return Answer.unanswered(timeout);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer.Inconclusive("stopped while asking");
        } catch (ExecutionException failure) {
            return new Answer.Inconclusive("failed here: " + failure.getCause());
        } finally {
            thread.interrupt();
        }
    }
}
