package dev.backonline.check.socket;

import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Bounded;
import dev.backonline.check.Check;
import dev.backonline.check.Endpoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Opens one connection, talks over it and closes it, all within the time-out. */
record SocketCheck(Connector connector, Endpoint endpoint, Duration timeout, Talk talk) implements Check {

    /** What is said over the connection, and what it shows. */
    @FunctionalInterface
    interface Talk {
        Answer over(Socket socket) throws IOException;
    }

    /** A check whose success should come within a limit. */
    private record Timed(Check check, Duration limit) implements Check {
        @Override
        public Answer ask() {
            var began = System.nanoTime();
            var answer = check.ask();
            var took = Duration.ofNanos(System.nanoTime() - began);
            return answer instanceof Answer.Up ? Answer.upAfter(took, limit) : answer;
        }
    }

    /** The same check; if there is a limit, a later success is slow. */
    Check within(Optional<Duration> limit) {
        return limit.<Check>map(most -> new Timed(this, most)).orElse(this);
    }

    @Override
    public Answer ask() {
        return new Bounded(endpoint.toString(), timeout, this::attempt).ask();
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
        } catch (SSLException failure) {
            return TlsLayer.refused(failure);
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
