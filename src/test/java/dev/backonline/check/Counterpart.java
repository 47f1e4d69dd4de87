package dev.backonline.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A server on loopback that does to each connection what a test says; it counts those that the other side has not closed. */
public final class Counterpart implements AutoCloseable {
    private final ServerSocket server;
    private final Behaviour behaviour;
    private final AtomicInteger open = new AtomicInteger();

    private Counterpart(ServerSocket server, Behaviour behaviour) {
        this.server = server;
        this.behaviour = behaviour;
    }

    public static Counterpart that(Behaviour behaviour) {
        try {
            var server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
            return started(new Counterpart(server, behaviour));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Accepts, and never says a word. */
    public static Counterpart silent() {
        return that(_ -> {});
    }

    /** Says this and hangs up. */
    public static Counterpart saying(byte[] words) {
        return that(socket -> {
            socket.getOutputStream().write(words);
            socket.shutdownOutput();
        });
    }

    /** Shakes hands as TLS has it, and then stays silent. */
    public static Counterpart showing(SSLContext certificate) {
        return that(socket -> {
            var secured = (SSLSocket) certificate.getSocketFactory().createSocket(socket, "", 0, false);
            secured.setUseClientMode(false);
            secured.startHandshake();
        });
    }

    /** Says the opening and then one byte every few milliseconds, for ever. */
    public static Counterpart dripping(byte[] opening) {
        return that(socket -> {
            socket.getOutputStream().write(opening);
            var wait = new CountDownLatch(1);
            while (!wait.await(5, TimeUnit.MILLISECONDS)) {
                socket.getOutputStream().write('x');
            }
        });
    }

    /** Says the opening and then as much as the connection takes, for ever. */
    public static Counterpart endless(byte[] opening) {
        return that(socket -> {
            socket.getOutputStream().write(opening);
            var much = new byte[16 * 1024];
            while (!socket.isClosed()) {
                socket.getOutputStream().write(much);
            }
        });
    }

    /** Settings, and a frame of a kind that nobody knows (RFC 9113, 4.1), which is to be passed over to its end. */
    public static byte[] http2Opening() {
        return new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0x40, 0, (byte) 0xFA, 0, 0, 0, 0, 0};
    }

    /** A port that nobody listens at. */
    public static Endpoint nobody() {
        try (var server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return new Endpoint("127.0.0.1", server.getLocalPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Endpoint endpoint() {
        return new Endpoint("127.0.0.1", server.getLocalPort());
    }

    /** How many connections the other side has opened and not closed. */
    public int open() {
        return open.get();
    }

    private static Counterpart started(Counterpart counterpart) {
        Thread.ofVirtual().start(counterpart::accept);
        return counterpart;
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                open.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            behaviour.meets(socket);
            socket.getInputStream().skip(Long.MAX_VALUE);
        } catch (IOException _) {
            // The other side has gone, which ends the behaviour.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** What is done to one connection; when it returns, the other side is waited for. */
    @FunctionalInterface
    public interface Behaviour {
        void meets(Socket socket) throws IOException, InterruptedException;
    }
}
