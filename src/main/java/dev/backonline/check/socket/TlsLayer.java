package dev.backonline.check.socket;

import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Endpoint;
import java.io.IOException;
import java.net.Socket;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Lays TLS over a connection, and names what is wrong with a certificate. */
record TlsLayer(SSLSocketFactory sockets) {

    /** Trusts whom the JVM trusts; whom, is read when the first check is made, since it takes a while. */
    static Supplier<SSLSocketFactory> ofTheMachine() {
        return () -> (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    /** Hands are not shaken yet. Closing it closes what is below. */
    SSLSocket over(Socket socket, Endpoint endpoint) throws IOException {
        var secured = (SSLSocket) sockets.createSocket(socket, endpoint.host(), endpoint.port(), true);
        var parameters = secured.getSSLParameters();
        // RFC 9525: a certificate has to be for the name that was asked for; "HTTPS" is the JDK's name for that rule.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        return secured;
    }

    /** What a handshake that failed shows: a flaw of the certificate is an answer, all else was none. */
    static Answer refused(SSLException failure) {
        return flaw(failure)
                .<Answer>map(reason -> new Answer.Down(Layer.ANSWER, reason))
                .orElseGet(() -> new Answer.Down(Layer.TRANSPORT, "no TLS: " + failure.getMessage()));
    }

    private static Optional<String> flaw(SSLException failure) {
        var causes = Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .toList();
        return first(causes, CertificateExpiredException.class, "the certificate has expired")
                .or(() -> first(causes, CertificateNotYetValidException.class, "the certificate is not valid yet"))
                .or(() -> first(causes, CertPathBuilderException.class, "nobody trusted has signed the certificate"))
                .or(() -> first(causes, CertPathValidatorException.class, "the certificate is not valid"))
                .or(() -> first(causes, CertificateException.class, "the certificate is for another host"));
    }

    private static Optional<String> first(List<Throwable> causes, Class<? extends Throwable> type, String meaning) {
        return causes.stream().filter(type::isInstance).findFirst().map(cause -> meaning + ": " + cause.getMessage());
    }
}
