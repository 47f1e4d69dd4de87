package dev.backonline.channel.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backonline.check.Certificates;
import dev.backonline.check.Counterpart;
import dev.backonline.check.Endpoint;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A mail server on loopback that says to each command what its script says; it keeps the letters that it was handed. */
final class ScriptedMail implements AutoCloseable {
    static final String HANG_UP = "hang up";
    static final String SILENCE = "silence";

    /** What is said where the script says nothing else. {@code GREETING} is before any command, {@code END} after a letter. */
    private static final Map<String, String> MANNERS = Map.of(
            "GREETING", "220 mail.example.org",
            "EHLO", "250-mail.example.org\r\n250-STARTTLS\r\n250-AUTH LOGIN PLAIN\r\n250 SIZE 10240000",
            "STARTTLS", "220 go ahead",
            "AUTH", "235 welcome",
            "MAIL", "250 ok",
            "RCPT", "250 ok",
            "DATA", "354 go on",
            "END", "250 taken",
            "QUIT", "221 bye");

    private final Map<String, String> script = new ConcurrentHashMap<>(MANNERS);
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Counterpart counterpart = Counterpart.that(this::serve);

    Endpoint endpoint() {
        return new Endpoint("localhost", counterpart.endpoint().port());
    }

    ScriptedMail says(String command, String reply) {
        script.put(command, reply);
        return this;
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    List<String> letters() {
        return List.copyOf(letters);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        counterpart.close();
    }

    private void serve(Socket socket) throws IOException, InterruptedException {
        if (!said(socket, "GREETING")) {
            return;
        }
        var speaking = socket;
        for (var line = line(speaking); !line.isEmpty(); line = line(speaking)) {
            heard.add(line);
            var command = line.replaceFirst(" .*", "");
            if (!said(speaking, command)) {
                return;
            }
            if (command.equals("STARTTLS") && reply("STARTTLS").startsWith("2")) {
                speaking = Certificates.forLocalhost().shaken(speaking, "good");
            }
            if (command.equals("DATA") && reply("DATA").startsWith("3")) {
                letters.add(letter(speaking));
                if (!said(speaking, "END")) {
                    return;
                }
            }
        }
    }

    private String reply(String command) {
        return Objects.requireNonNullElse(script.get(command), "334 go on");
    }

    /** Whether the conversation goes on. */
    private boolean said(Socket socket, String command) throws IOException, InterruptedException {
        var reply = reply(command);
        if (reply.equals(SILENCE)) {
            closed.await();
        }
        if (reply.equals(HANG_UP)) {
            socket.shutdownOutput();
            return false;
        }
        socket.getOutputStream().write((reply + "\r\n").getBytes(UTF_8));
        return true;
    }

    /** As the client wrote it, without the last dot. */
    private static String letter(Socket socket) throws IOException {
        var letter = new StringBuilder();
        for (var line = line(socket); !line.equals("."); line = line(socket)) {
            letter.append(line).append('\n');
        }
        return letter.toString();
    }

    private static String line(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int next; (next = socket.getInputStream().read()) >= 0 && next != '\n'; ) {
            line.append((char) next);
        }
        return line.toString().replace("\r", "");
    }
}
