package dev.backonline.check.socket;

import dev.backonline.check.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Opens connections. Blocks (virtual thread); an interrupt closes the socket that it is at. */
final class Connector {
    /** Ours: beyond it a connection attempt has no hope, and the caller has given up long before. */
    private static final int CONNECT_AT_MOST_MILLIS = 30_000;

    /**
     * Resolving a name holds the thread that carries the virtual one (JDK 25 does not add a spare for it), so two hanging look-ups would
     * stop every check on two cores. They wait on threads of their own.
     */
    private final ExecutorService resolvers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("resolver-", 0).factory());

    Socket connect(Endpoint endpoint) throws IOException, InterruptedException {
        var refused = new IOException("no address");
        for (var address : addresses(endpoint.host())) {
            var socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, endpoint.port()), CONNECT_AT_MOST_MILLIS);
                return socket;
            } catch (IOException failure) {
                socket.close();
                refused = failure;
            }
        }
        throw refused;
    }

    private InetAddress[] addresses(String host) throws IOException, InterruptedException {
        try {
            return resolvers.submit(() -> InetAddress.getAllByName(host)).get();
        } catch (ExecutionException failure) {
            throw new UnknownHostException(host);
        }
    }
}
