package dev.backonline.channel;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** HTTP/1.1 on the wire, as far as a test's server needs it: bodies have a length. */
final class HttpBytes {
    private HttpBytes() {}

    /** The next request; empty once the client has closed. */
    static Optional<ScriptedServer.Received> read(InputStream in) throws IOException {
        var start = line(in).split(" ", 3);
        if (start.length < 3) {
            return Optional.empty();
        }
        var headers = headers(in);
        var body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return Optional.of(
                new ScriptedServer.Received(start[0], start[1], headers, new String(body, StandardCharsets.UTF_8)));
    }

    static byte[] of(ScriptedServer.Reply reply) {
        var body = reply.body().getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder("HTTP/1.1 %d Scripted\r\n".formatted(reply.status()));
        reply.headers().forEach((name, value) -> head.append("%s: %s\r\n".formatted(name, value)));
        head.append("content-length: %d\r\n\r\n".formatted(body.length));
        var start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        var all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                if (line.isEmpty()) {
                    return "";
                }
                throw new EOFException("the client closed in the middle of a line");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
