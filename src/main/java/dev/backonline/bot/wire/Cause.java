package dev.backonline.bot.wire;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Names why an exchange failed, briefly and without what was asked: addresses may hold tokens. */
final class Cause {
    private Cause() {}

    static String of(Throwable failure) {
        return certificate(failure).or(() -> transport(failure)).orElseGet(() -> spoken(failure));
    }

    /** A duration as the file writes it, such as {@code 3s} or {@code 1m30s}. */
    static String words(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private static Optional<String> certificate(Throwable failure) {
        if (has(failure, CertificateExpiredException.class)) {
            return Optional.of("certificate: expired");
        }
        if (has(failure, CertificateNotYetValidException.class)) {
            return Optional.of("certificate: not valid yet");
        }
        if (has(failure, CertPathBuilderException.class)) {
            return Optional.of("certificate: not trusted");
        }
        if (has(failure, CertificateException.class)) {
            var names = says(failure, "subject alternative") || says(failure, "No name matching");
            return Optional.of(names ? "certificate: for another name" : "certificate: not valid");
        }
        return has(failure, SSLException.class) ? Optional.of(handshake(failure)) : Optional.empty();
    }

    /** What the other side says of us in an alert (RFC 8446, 6.2; RFC 7301, 3.2), by the JDK's words. */
    private static String handshake(Throwable failure) {
        if (says(failure, "certificate_required") || says(failure, "bad_certificate")) {
            return "TLS failed: the server does not take our certificate";
        }
        if (says(failure, "protocol_version") || says(failure, "no appropriate protocol")) {
            return "TLS failed: no version in common";
        }
        return says(failure, "no_application_protocol") ? "HTTP/2 is not offered" : "TLS failed";
    }

    private static Optional<String> transport(Throwable failure) {
        if (has(failure, UnknownHostException.class)) {
            return Optional.of("no such host");
        }
        if (has(failure, NoRouteToHostException.class)) {
            return Optional.of("no route to the host");
        }
        if (says(failure, "refused")) {
            return Optional.of("connection refused");
        }
        if (says(failure, "unreachable")) {
            return Optional.of("network unreachable");
        }
        return has(failure, ConnectException.class) ? Optional.of("no connection") : Optional.empty();
    }

    private static String spoken(Throwable failure) {
        if (says(failure, "reset")) {
            return "connection reset";
        }
        if (says(failure, "closed") || says(failure, "broken pipe")) {
            return "connection closed";
        }
        return failure.getClass().getSimpleName();
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return chain(failure).anyMatch(type::isInstance);
    }

    private static boolean says(Throwable failure, String words) {
        var wanted = words.toLowerCase(Locale.ROOT);
        return chain(failure)
                .map(one -> one.getMessage() == null ? "" : one.getMessage().toLowerCase(Locale.ROOT))
                .anyMatch(message -> message.contains(wanted));
    }

    /** Ours: no chain of causes is longer than this, unless it bites its own tail. */
    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, one -> one != null, Throwable::getCause).limit(20);
    }
}
