package dev.backonline.check.socket;

import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Check;
import dev.backonline.check.Endpoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Opens one connection, talks over it and closes it, all within the time-out. The work is done on a virtual thread of its own: at the end of
 * the time it is interrupted, which closes the socket whatever it is doing.
 */
record SocketCheck(Connector connector, Endpoint endpoint, Duration timeout, Talk talk) implements Check {

    /** What is said over the connection, and what it shows. */
    @FunctionalInterface
    interface Talk {
        Answer over(Socket socket) throws IOException;
    }

    @Override
    public Answer ask() {
        var attempt = new FutureTask<>(this::attempt);
        var thread = Thread.ofVirtual().name("check " + endpoint).start(attempt);
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

    private Answer attempt() throws InterruptedException {
        try (var socket = connector.connect(endpoint)) {
            return talk.over(socket);
        } catch (UnknownHostException _) {
            return down("no such host: " + endpoint.host());
        } catch (ConnectException refusal) {
            return down(isRefusal(refusal) ? "connection refused" : reason(refusal));
        } catch (NoRouteToHostException failure) {
            return down(reason(failure));
        } catch (IOException failure) {
            return isOurs(failure) ? new Answer.Inconclusive(reason(failure)) : down(reason(failure));
        }
    }

    private static boolean isRefusal(ConnectException failure) {
        return reason(failure).contains("refused");
    }

    /** The system has no descriptor or buffer left for another socket. */
    private static boolean isOurs(IOException failure) {
        return reason(failure).contains("Too many open files")
                || reason(failure).contains("No buffer space");
    }

    private static Answer down(String reason) {
        return new Answer.Down(Layer.TRANSPORT, reason);
    }

    private static String reason(IOException failure) {
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
