package dev.backonline.channel.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.Socket;
import java.util.Optional;
import java.util.regex.Pattern;

/** One conversation with a mail server (RFC 5321), for one letter or, without one, up to where it would be handed over. */
public final class Submission {
    private static final Pattern LINE = Pattern.compile("\\d{3}(?:[ -].*)?");

    /** Ours: no server says so much. */
    private static final int LONGEST_REPLY = 16_384;

    private final Encryption encryption;
    private final Optional<Login> login;
    private final Optional<Envelope> envelope;
    private volatile Step step = Step.HELLO;

    public Submission(Encryption encryption, Optional<Login> login, Optional<Envelope> envelope) {
        this.encryption = encryption;
        this.login = login;
        this.envelope = envelope;
    }

    /** When TLS begins: never, after asking for it (RFC 3207), or with the first byte (RFC 8314). */
    public enum Encryption {
        NONE,
        STARTTLS,
        IMMEDIATE
    }

    /** A letter, and between whom it goes. */
    public record Envelope(String from, String to, String letter) {}

    /** Puts TLS over a connection. */
    @FunctionalInterface
    public interface Security {
        Socket over(Socket plain) throws IOException;
    }

    /** How far a conversation has come. */
    public enum Step {
        HELLO,
        LOGIN,
        SENDER,
        ADDRESS,
        LETTER,
        /** The letter's last dot is written: from here on the server may have taken it. */
        END
    }

    /** A reply that is none of those that are hoped for. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient SmtpReply reply;

        Refused(SmtpReply reply) {
            super(reply.text());
            this.reply = reply;
        }

        public SmtpReply reply() {
            return reply;
        }
    }

    public Step step() {
        return step;
    }

    /** What the server says last; throws where it, or the connection, fails before. */
    public SmtpReply over(Socket plain, Security security) throws IOException {
        var socket = encryption == Encryption.IMMEDIATE ? security.over(plain) : plain;
        wanted(reply(socket), 2);
        var hello = hello(socket);
        if (encryption != Encryption.STARTTLS) {
            return introduced(socket, hello);
        }
        if (!hello.offers("STARTTLS")) {
            throw new IOException("the server offers no STARTTLS, so nothing was said: check server and tls");
        }
        said(socket, "STARTTLS", 2);
        var secured = security.over(socket);
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
        if (login.isPresent()) {
            enter(socket, hello, login.get());
        }
        var last = envelope.isPresent() ? handed(socket, envelope.get()) : hello;
        leave(socket);
        return last;
    }

    private SmtpReply handed(Socket socket, Envelope mail) throws IOException {
        step = Step.SENDER;
        said(socket, "MAIL FROM:<%s>".formatted(mail.from()), 2);
        step = Step.ADDRESS;
        said(socket, "RCPT TO:<%s>".formatted(mail.to()), 2);
        step = Step.LETTER;
        said(socket, "DATA", 3);
        write(socket, mail.letter().replaceAll("(?m)^\\.", ".."));
        step = Step.END;
        return said(socket, ".", 2);
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
    private static void enter(Socket socket, SmtpReply hello, Login login) throws IOException {
        if (hello.offers("AUTH", "LOGIN") && !hello.offers("AUTH", "PLAIN")) {
            said(socket, "AUTH LOGIN", 3);
            said(socket, Login.encoded(login.user()), 3);
            said(socket, Login.encoded(login.password()), 2);
        } else {
            said(socket, "AUTH PLAIN " + login.plain(), 2);
        }
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
