package dev.backonline.check.socket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import java.io.EOFException;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lets a mail server greet, says hello, asks for encryption if it should be there, and takes leave before any mail. */
record SmtpTalk(SmtpSettings settings, TlsLayer layer) implements SocketCheck.Talk {
    private static final Pattern LINE = Pattern.compile("\\d{3}(?:[ -].*)?");

    /** RFC 5321, 4.5.3.1.5 says 512; ours: servers that write more are still understood. */
    private static final int LONGEST_LINE = 2_048;

    /** Ours: no server has so many extensions. */
    private static final int MOST_LINES = 100;

    /** Ours: a reason should stay one line in a log. */
    private static final int LONGEST_QUOTE = 100;

    /** RFC 5321, 4.2: what each step should be answered with. */
    private static final String READY = "220";

    private static final String DONE = "250";

    @Override
    public Answer over(Socket socket) throws IOException {
        if (settings.tls() != SmtpSettings.Encryption.IMMEDIATE) {
            return greeted(socket);
        }
        try (var secured = layer.over(socket, settings.host())) {
            secured.startHandshake();
            return greeted(secured);
        }
    }

    private Answer greeted(Socket socket) throws IOException {
        var banner = reply(socket);
        return banner.is(READY) ? helloed(socket) : banner.objection("the greeting");
    }

    private Answer helloed(Socket socket) throws IOException {
        var hello = hello(socket);
        if (!hello.is(DONE)) {
            return hello.objection("EHLO");
        }
        return settings.tls() == SmtpSettings.Encryption.STARTTLS ? secured(socket, hello) : leave(socket);
    }

    private Answer secured(Socket socket, Reply hello) throws IOException {
        if (hello.lines().stream()
                .noneMatch(line -> line.substring(Math.min(4, line.length())).equalsIgnoreCase("STARTTLS"))) {
            return new Answer.Down(Layer.ANSWER, "STARTTLS is not offered");
        }
        var begin = said(socket, "STARTTLS");
        if (!begin.is(READY)) {
            return begin.objection("STARTTLS");
        }
        try (var secured = layer.over(socket, settings.host())) {
            secured.startHandshake();
            var again = hello(secured);
            return again.is(DONE) ? leave(secured) : again.objection("EHLO after STARTTLS");
        }
    }

    /** RFC 5321, 4.1.3: who has no name gives an address. */
    private static Reply hello(Socket socket) throws IOException {
        var address = socket.getLocalAddress();
        var literal = address.getHostAddress().replaceAll("%.*", "");
        return said(socket, "EHLO [%s%s]".formatted(address instanceof Inet6Address ? "IPv6:" : "", literal));
    }

    /** The server has shown that it works; how it says good-bye changes nothing. */
    private static Answer leave(Socket socket) throws IOException {
        write(socket, "QUIT");
        return new Answer.Up();
    }

    private static Reply said(Socket socket, String command) throws IOException {
        write(socket, command);
        return reply(socket);
    }

    private static void write(Socket socket, String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(US_ASCII));
    }

    private static Reply reply(Socket socket) throws IOException {
        var lines = new ArrayList<String>();
        while (lines.size() < MOST_LINES) {
            var line = line(socket);
            lines.add(line.orElse(""));
            if (line.filter(text -> LINE.matcher(text).matches()).isEmpty()) {
                return new Reply("", lines);
            }
            var text = lines.getLast();
            if (text.length() == 3 || text.charAt(3) == ' ') {
                return new Reply(text.substring(0, 3), lines);
            }
        }
        return new Reply("", lines);
    }

    /** Read byte by byte: what follows a line may belong to TLS. Empty if the line has no end. */
    private static Optional<String> line(Socket socket) throws IOException {
        var line = new byte[LONGEST_LINE];
        for (var length = 0; length < LONGEST_LINE; length++) {
            var next = socket.getInputStream().read();
            if (next < 0) {
                throw new EOFException("connection closed");
            }
            if (next == '\n') {
                return Optional.of(new String(line, 0, length, ISO_8859_1).stripTrailing());
            }
            line[length] = (byte) next;
        }
        return Optional.empty();
    }

    /** What the server said, with its code; without one if it was no reply. */
    private record Reply(String code, List<String> lines) {
        private boolean is(String wanted) {
            return code.equals(wanted);
        }

        private Answer objection(String step) {
            var last = lines.getLast().replaceAll("\\p{Cntrl}", " ");
            var quoted = last.length() <= LONGEST_QUOTE ? last : last.substring(0, LONGEST_QUOTE) + "…";
            return new Answer.Down(
                    Layer.ANSWER, code.isEmpty() ? "%s is no SMTP".formatted(step) : "%s: %s".formatted(step, quoted));
        }
    }
}
