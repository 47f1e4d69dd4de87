package dev.backonline.check.socket;

import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import java.io.IOException;
import java.net.Socket;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Shakes hands, and looks at the certificate that is shown. */
record TlsTalk(TlsSettings settings, SSLSocketFactory sockets) implements SocketCheck.Talk {

    @Override
    public Answer over(Socket socket) throws IOException {
        var endpoint = settings.host();
        try (var secured = (SSLSocket) sockets.createSocket(socket, endpoint.host(), endpoint.port(), true)) {
            var parameters = secured.getSSLParameters();
            // RFC 9525: a certificate has to be for the name that was asked for; "HTTPS" is the JDK's name for that
            // rule.
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            return shaken(secured);
        }
    }

    private Answer shaken(SSLSocket socket) throws IOException {
        try {
            socket.startHandshake();
            var session = socket.getSession();
            var certificate = (X509Certificate) session.getPeerCertificates()[0];
            return dated(certificate.getNotAfter().toInstant(), Instant.ofEpochMilli(session.getCreationTime()));
        } catch (SSLException failure) {
            return flaw(failure)
                    .<Answer>map(reason -> new Answer.Down(Layer.ANSWER, reason))
                    .orElseGet(() -> new Answer.Down(Layer.TRANSPORT, "no TLS: " + failure.getMessage()));
        } finally {
            // A resumed session would show the certificate of last time.
            socket.getSession().invalidate();
        }
    }

    private Answer dated(Instant end, Instant now) {
        var days = ChronoUnit.DAYS.between(now, end);
        if (days >= settings.daysLeft()) {
            return new Answer.Up();
        }
        return new Answer.Down(
                Layer.ANSWER,
                "the certificate ends on %s, in %d days; it should be good for %d"
                        .formatted(end.atZone(ZoneOffset.UTC).toLocalDate(), days, settings.daysLeft()));
    }

    /** What is wrong with the certificate, if that is why hands were not shaken. */
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
