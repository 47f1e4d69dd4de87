package dev.backonline.check.dns;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Carries one question to resolvers and brings a reply to it. Blocks until an interrupt, which closes the socket. */
final class Asking {
    /** Ours: a datagram is lost now and then, which says nothing about the service. */
    private static final int TRIES = 3;

    /** RFC 6891, 6.2.5: what arrives in one piece has at most so many bytes; we ask for 512 (RFC 1035, 2.3.4). */
    private static final int LONGEST = 4096;

    private final byte[] question;
    private final Duration timeout;
    private final List<InetSocketAddress> resolvers;

    Asking(byte[] question, Duration timeout, List<InetSocketAddress> resolvers) {
        this.question = question.clone();
        this.timeout = timeout;
        this.resolvers = List.copyOf(resolvers);
    }

    /** How many bytes the question has, which a reply repeats. */
    int length() {
        return question.length;
    }

    byte[] overUdp() throws IOException {
        try (var socket = new DatagramSocket()) {
            var patience = Math.max(1, (int) timeout.dividedBy(TRIES).toMillis());
            for (var number = 0; number < TRIES - 1; number++) {
                try {
                    socket.setSoTimeout(patience);
                    return tried(socket, resolvers.get(number % resolvers.size()));
                } catch (SocketTimeoutException _) {
                    // The next one may know more.
                }
            }
            // Whoever asks ends the last wait.
            socket.setSoTimeout(0);
            return tried(socket, resolvers.get((TRIES - 1) % resolvers.size()));
        }
    }

    private byte[] tried(DatagramSocket socket, InetSocketAddress resolver) throws IOException {
        if (!resolver.equals(socket.getRemoteSocketAddress())) {
            socket.connect(resolver);
        }
        socket.send(new DatagramPacket(question, question.length));
        var packet = new DatagramPacket(new byte[LONGEST], LONGEST);
        while (true) {
            socket.receive(packet);
            var message = Arrays.copyOf(packet.getData(), packet.getLength());
            if (Packet.isReply(message, question)) {
                return message;
            }
            packet.setLength(LONGEST);
        }
    }

    /** Each message follows its length in two bytes (RFC 1035, 4.2.2). */
    byte[] overTcp() throws IOException, Records.Unreadable {
        try (var socket = new Socket()) {
            socket.connect(resolvers.getFirst());
            var framed = ByteBuffer.allocate(question.length + 2)
                    .putShort((short) question.length)
                    .put(question);
            socket.getOutputStream().write(framed.array());
            var stream = new DataInputStream(socket.getInputStream());
            var message = stream.readNBytes(stream.readUnsignedShort());
            if (!Packet.isReply(message, question)) {
                throw new Records.Unreadable("it belongs to another question");
            }
            return message;
        } catch (EOFException _) {
            throw new IOException("connection closed");
        }
    }
}
