package dev.backonline.channel.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.backonline.check.Endpoint;
import dev.backonline.check.Pem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * The way to a server that speaks no HTTP: one connection for each call, and one deadline for all that is said over it. Blocks (virtual
 * thread). What it throws says why in words for operators.
 */
public final class DirectLine {
    private final Endpoint endpoint;
    private final Optional<Pem> authority;
    private final Duration deadline;

    /** Resolving a name holds the thread that carries a virtual one, so it waits on threads of its own. */
    private final ExecutorService resolvers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("resolver-", 0).factory());

    /** {@code authority}: who may have signed the server's certificate, instead of those that the machine trusts. */
    public DirectLine(Endpoint endpoint, Optional<Pem> authority, Duration deadline) {
        this.endpoint = endpoint;
        this.authority = authority;
        this.deadline = deadline;
    }

    /** What is said over the connection. */
    @FunctionalInterface
    public interface Talk<T> {
        T over(Socket socket) throws IOException;
    }

    /** At the end of the time the thread is interrupted, which closes the socket that it is at. */
    public <T> T call(Talk<T> talk) throws IOException {
        Callable<T> calling = () -> {
            try (var socket = connected()) {
                return talk.over(socket);
            }
        };
        var call = new FutureTask<>(calling);
        var thread = Thread.ofVirtual().name("call " + endpoint).start(call);
        try {
            return call.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            throw new SocketTimeoutException("no answer within %d s".formatted(deadline.toSeconds()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while talking");
        } catch (ExecutionException failure) {
            throw told(Objects.requireNonNullElse(failure.getCause(), failure));
        } finally {
            thread.interrupt();
        }
    }

    private Socket connected() throws IOException, InterruptedException {
        var failure = new IOException("no address");
        for (var address : addresses()) {
            var socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, endpoint.port()));
                return socket;
            } catch (IOException refused) {
                socket.close();
                failure = refused;
            }
        }
        throw failure;
    }

    private InetAddress[] addresses() throws IOException, InterruptedException {
        try {
            return resolvers
                    .submit(() -> InetAddress.getAllByName(endpoint.host()))
                    .get();
        } catch (ExecutionException _) {
            throw new UnknownHostException(endpoint.host());
        }
    }

    private static IOException told(Throwable cause) {
        return switch (cause) {
            case UnknownHostException host -> new IOException("no such host: " + host.getMessage(), host);
            case ConnectException refused -> new IOException("connection refused", refused);
            case SSLException flaw -> new IOException("no TLS: " + flaw.getMessage(), flaw);
            case IOException failure -> failure;
            default -> new IOException("failed here: " + cause, cause);
        };
    }

    /** The same connection under TLS, hands shaken. The certificate has to be for the host that was called (RFC 9525). */
    public Socket secured(Socket plain) throws IOException {
        var secured = (SSLSocket) factory().createSocket(plain, endpoint.host(), endpoint.port(), true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the JDK's name for that rule
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private SSLSocketFactory factory() throws IOException {
        if (authority.isEmpty()) {
            return (SSLSocketFactory) SSLSocketFactory.getDefault();
        }
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, trusting(authority.get()).getTrustManagers(), new SecureRandom());
            return context.getSocketFactory();
        } catch (GeneralSecurityException unreadable) {
            throw new SSLException(unreadable);
        }
    }

    private static TrustManagerFactory trusting(Pem authority) throws IOException, GeneralSecurityException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        var text = new ByteArrayInputStream(authority.text().getBytes(ISO_8859_1));
        for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(text)) {
            trusted.setCertificateEntry("authority-" + trusted.size(), certificate);
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        return managers;
    }
}
