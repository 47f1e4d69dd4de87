package dev.backonline.check.socket;

import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import java.io.IOException;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.net.ssl.SSLSocket;

/** Shakes hands, and looks at the certificate that is shown. */
record TlsTalk(TlsSettings settings, TlsLayer layer) implements SocketCheck.Talk {

    @Override
    public Answer over(Socket socket) throws IOException {
        try (var secured = layer.over(socket, settings.host())) {
            return shaken(secured);
        }
    }

    private Answer shaken(SSLSocket socket) throws IOException {
        try {
            socket.startHandshake();
            var session = socket.getSession();
            var certificate = (X509Certificate) session.getPeerCertificates()[0];
            return dated(certificate.getNotAfter().toInstant(), Instant.ofEpochMilli(session.getCreationTime()));
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
}
