package dev.backonline.bot.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy on loopback that speaks HTTP's CONNECT or SOCKS5, and reaches only this machine. */
final class LoopbackProxy implements AutoCloseable {
    private final ServerSocket server;
    private final String answer;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** {@code answer} is what a request to connect is answered with: a status line, or "socks". */
    LoopbackProxy(String answer) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        this.answer = answer;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** What it was asked for, in its own words. */
    List<String> asked() {
        return asked;
    }

    private void accept() {
        try {
            while (true) {
                var client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (answer.equals("socks")) {
                socks(client);
            } else {
                connect(client);
            }
        } catch (IOException _) {
            // One of the two has gone.
        }
    }

    private void connect(Socket client) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) client.getInputStream().read());
        }
        asked.add(head.toString());
        client.getOutputStream().write((answer + "\r\n\r\n").getBytes(ISO_8859_1));
        if (answer.contains("200")) {
            var target = head.toString().split(" ", 3)[1];
            relay(client, Integer.parseInt(target.substring(target.lastIndexOf(':') + 1)));
        }
    }

    /** RFC 1928 and RFC 1929: a greeting, the user and the password, a name and a port. */
    private void socks(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        in.skipNBytes(1);
        in.skipNBytes(in.readUnsignedByte());
        client.getOutputStream().write(new byte[] {5, 2});
        in.skipNBytes(1);
        var user = text(in);
        var password = text(in);
        client.getOutputStream().write(new byte[] {1, 0});
        in.skipNBytes(4);
        var host = text(in);
        var port = in.readUnsignedShort();
        asked.add("%s:%s to %s:%d".formatted(user, password, host, port));
        client.getOutputStream().write(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 0});
        relay(client, port);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedByte()), ISO_8859_1);
    }

    private static void relay(Socket client, int port) throws IOException {
        try (var target = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            Thread.ofVirtual().start(() -> copy(target, client));
            client.getInputStream().transferTo(target.getOutputStream());
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // One of the two has gone.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
