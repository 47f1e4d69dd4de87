package dev.backonline.channel.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backonline.channel.DirectLine;
import dev.backonline.channel.email.EmailSettings.Encryption;
import java.io.EOFException;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.Socket;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** One conversation with a mail server (RFC 5321), for one letter or, without one, up to where it would be handed over. */
final class Submission implements DirectLine.Talk<SmtpReply> {
    private static final Pattern LINE = Pattern.compile("\\d{3}(?:[ -].*)?");

    /** Ours: no server says so much. */
    private static final int LONGEST_REPLY = 16_384;

    private final EmailSettings settings;
    private final DirectLine line;
    private final Optional<String> letter;
    private volatile Step step = Step.HELLO;

    Submission(EmailSettings settings, DirectLine line, Optional<String> letter) {
        this.settings = settings;
        this.line = line;
        this.letter = letter;
    }

    /** How far a conversation has come. */
    enum Step {
        HELLO,
        LOGIN,
        SENDER,
        ADDRESS,
        LETTER,
        /** The letter's last dot is written: from here on the server may have taken it. */
        END
    }

    /** A reply that is none of those that are hoped for. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient SmtpReply reply;

        Refused(SmtpReply reply) {
            super(reply.text());
            this.reply = reply;
        }

        SmtpReply reply() {
            return reply;
        }
    }

    Step step() {
        return step;
    }

    @Override
    public SmtpReply over(Socket plain) throws IOException {
        var socket = settings.tls() == Encryption.IMMEDIATE ? line.secured(plain) : plain;
        wanted(reply(socket), 2);
        var hello = hello(socket);
        if (settings.tls() != Encryption.STARTTLS) {
            return introduced(socket, hello);
        }
        if (!hello.offers("STARTTLS")) {
            throw new IOException("the server offers no STARTTLS, so nothing was said: check server and tls");
        }
        said(socket, "STARTTLS", 2);
        var secured = line.secured(socket);
        return introduced(secured, hello(secured));
    }

    /** RFC 5321, 4.1.3: who has no name gives an address. */
    private static SmtpReply hello(Socket socket) throws IOException {
        var address = socket.getLocalAddress();
        var literal = address.getHostAddress().replaceAll("%.*", "");
        return said(socket, "EHLO [%s%s]".formatted(address instanceof Inet6Address ? "IPv6:" : "", literal), 2);
    }

    private SmtpReply introduced(Socket socket, SmtpReply hello) throws IOException {
        step = Step.LOGIN;
        if (settings.user().isPresent() && settings.password().isPresent()) {
            login(
                    socket,
                    hello,
                    settings.user().get(),
                    settings.password().get().value());
        }
        if (letter.isEmpty()) {
            leave(socket);
            return hello;
        }
        step = Step.SENDER;
        said(socket, "MAIL FROM:<%s>".formatted(settings.from()), 2);
        step = Step.ADDRESS;
        said(socket, "RCPT TO:<%s>".formatted(settings.to().getFirst()), 2);
        step = Step.LETTER;
        said(socket, "DATA", 3);
        write(socket, letter.get().replaceAll("(?m)^\\.", ".."));
        step = Step.END;
        var taken = said(socket, ".", 2);
        leave(socket);
        return taken;
    }

    /** RFC 5321, 4.1.1.10 wants a goodbye; one that can't be said changes nothing of what was taken. */
    private static void leave(Socket socket) {
        try {
            write(socket, "QUIT\r\n");
        } catch (IOException _) {
            // The server has left before us.
        }
    }

    /** RFC 4954 and 4616; LOGIN is what some servers have in place of PLAIN. */
    private static void login(Socket socket, SmtpReply hello, String user, String password) throws IOException {
        if (hello.offers("AUTH", "LOGIN") && !hello.offers("AUTH", "PLAIN")) {
            said(socket, "AUTH LOGIN", 3);
            said(socket, encoded(user), 3);
            said(socket, encoded(password), 2);
        } else {
            said(socket, "AUTH PLAIN " + plain(user, password), 2);
        }
    }

    static String plain(String user, String password) {
        return encoded("\0%s\0%s".formatted(user, password));
    }

    static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static SmtpReply said(Socket socket, String command, int hoped) throws IOException {
        write(socket, command + "\r\n");
        return wanted(reply(socket), hoped);
    }

    private static SmtpReply wanted(SmtpReply reply, int hoped) throws Refused {
        if (reply.code() / 100 != hoped) {
            throw new Refused(reply);
        }
        return reply;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    /** Read byte by byte: what follows a line may belong to TLS. */
    private static SmtpReply reply(Socket socket) throws IOException {
        var all = new StringBuilder();
        var from = 0;
        while (all.length() < LONGEST_REPLY) {
            var next = socket.getInputStream().read();
            if (next < 0) {
                throw new EOFException("the server has hung up");
            }
            all.append(new String(new byte[] {(byte) next}, ISO_8859_1));
            if (next == '\n') {
                var last = all.substring(from).stripTrailing();
                from = all.length();
                if (!LINE.matcher(last).matches()) {
                    return new SmtpReply(0, all.toString());
                }
                if (!last.startsWith("-", 3)) {
                    return new SmtpReply(Integer.parseInt(last.substring(0, 3)), all.toString());
                }
            }
        }
        return new SmtpReply(0, "");
    }
}
