package dev.backonline.check.socket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Shakes hands as WebSockets do (RFC 6455, 4), says one thing and waits for another. */
record WebSocketTalk(WebSocketSettings settings, TlsLayer layer) implements SocketCheck.Talk {
    /** RFC 6455, 1.3. */
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /** Ours: what has not come by then is not an answer to us. */
    private static final int LONGEST_HEAD = 16 * 1024;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})(?: .*)?");
    private static final Pattern BREAK = Pattern.compile("\r\n");

    @Override
    public Answer over(Socket socket) throws IOException {
        if (!settings.url().isSecure()) {
            return connected(socket);
        }
        try (var secured = layer.over(socket, settings.url().endpoint())) {
            secured.startHandshake();
            return connected(secured);
        }
    }

    private Answer connected(Socket socket) throws IOException {
        var nonce = new byte[16];
        new SecureRandom().nextBytes(nonce);
        var key = Base64.getEncoder().encodeToString(nonce);
        socket.getOutputStream().write(handshake(key).getBytes(ISO_8859_1));
        var objection = head(socket).map(head -> objection(head, key)).orElse(Optional.of("the handshake has no end"));
        return objection.isPresent() ? down(objection.get()) : talked(socket);
    }

    private String handshake(String key) {
        var url = settings.url();
        var headers = settings.headers().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue().value() + "\r\n")
                .collect(Collectors.joining());
        var port = url.value().getPort() > 0 ? ":" + url.value().getPort() : "";
        return "GET %s HTTP/1.1\r\nHost: %s%s\r\n"
                        .formatted(url.resource(), url.value().getHost(), port)
                + "Upgrade: websocket\r\nConnection: Upgrade\r\nUser-Agent: Backonline\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: %s\r\n%s\r\n".formatted(key, headers);
    }

    /** Read byte by byte, since frames may follow at once. */
    private static Optional<String> head(Socket socket) throws IOException {
        var head = new StringBuilder();
        while (head.length() < LONGEST_HEAD) {
            var next = socket.getInputStream().read();
            if (next < 0) {
                throw new EOFException("connection closed");
            }
            head.append((char) next);
            if (next == '\n' && head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) >= 0) {
                return Optional.of(head.toString());
            }
        }
        return Optional.empty();
    }

    /** RFC 6455, 4.1: what a client has to look at. */
    private static Optional<String> objection(String head, String key) {
        // What has only breaks is split into nothing, unless its last pieces are kept.
        var lines = BREAK.split(head, -1);
        var status = STATUS.matcher(lines[0]);
        if (!status.matches()) {
            return Optional.of("the handshake is no HTTP");
        }
        if (!status.group(1).equals("101")) {
            return Optional.of("HTTP " + status.group(1));
        }
        var headers = Arrays.stream(lines)
                .skip(1)
                .map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2)
                .collect(Collectors.toMap(
                        parts -> parts[0].strip().toLowerCase(Locale.ROOT),
                        parts -> parts[1].strip(),
                        (a, b) -> a + "," + b));
        var upgraded = headers.getOrDefault("upgrade", "").equalsIgnoreCase("websocket")
                && headers.getOrDefault("connection", "")
                        .toLowerCase(Locale.ROOT)
                        .contains("upgrade");
        if (!upgraded) {
            return Optional.of("the handshake is not for a WebSocket");
        }
        return headers.getOrDefault("sec-websocket-accept", "").equals(proof(key))
                ? Optional.empty()
                : Optional.of("the handshake belongs to another question");
    }

    static String proof(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(ISO_8859_1));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Answer talked(Socket socket) throws IOException {
        var frames = new Frames(socket);
        if (settings.send().isPresent()) {
            frames.say(settings.send().get().value());
        }
        var answer =
                settings.expect().isPresent() ? frames.heard(settings.expect().get()) : new Answer.Up();
        frames.close();
        return answer;
    }

    private static Answer down(String reason) {
        return new Answer.Down(Layer.ANSWER, reason);
    }
}
