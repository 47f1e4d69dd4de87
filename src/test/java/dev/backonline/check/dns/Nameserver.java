package dev.backonline.check.dns;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A resolver on loopback that says what a test wants, over UDP and, with the same port, over TCP. */
final class Nameserver implements AutoCloseable {
    private final ServerSocket tcp;
    private final DatagramSocket udp;

    private Nameserver(ServerSocket tcp, DatagramSocket udp) {
        this.tcp = tcp;
        this.udp = udp;
    }

    /** Answers each datagram with any number of messages, and each connection with one. */
    static Nameserver saying(Function<byte[], List<byte[]>> overUdp, Function<byte[], byte[]> overTcp)
            throws IOException {
        var loopback = InetAddress.ofLiteral("127.0.0.1");
        var tcp = new ServerSocket(0, 50, loopback);
        var server = new Nameserver(tcp, new DatagramSocket(tcp.getLocalPort(), loopback));
        Thread.ofVirtual().start(() -> server.serveUdp(overUdp));
        Thread.ofVirtual().start(() -> server.serveTcp(overTcp));
        return server;
    }

    int port() {
        return tcp.getLocalPort();
    }

    private void serveUdp(Function<byte[], List<byte[]>> answer) {
        try {
            while (true) {
                var packet = new DatagramPacket(new byte[512], 512);
                udp.receive(packet);
                for (var message : answer.apply(Arrays.copyOf(packet.getData(), packet.getLength()))) {
                    udp.send(new DatagramPacket(message, message.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    private void serveTcp(Function<byte[], byte[]> answer) {
        try {
            while (true) {
                try (var socket = tcp.accept()) {
                    var stream = new DataInputStream(socket.getInputStream());
                    var message = answer.apply(stream.readNBytes(stream.readUnsignedShort()));
                    var framed = ByteBuffer.allocate(message.length + 2);
                    socket.getOutputStream()
                            .write(framed.putShort((short) message.length)
                                    .put(message)
                                    .array());
                }
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }

    /** A reply that repeats the question; each record names its owner by a pointer to it. */
    static byte[] reply(byte[] question, int flags, int type, byte[]... values) {
        var length = question.length
                + Arrays.stream(values).mapToInt(it -> it.length + 12).sum();
        var reply = ByteBuffer.allocate(length).put(question);
        reply.putShort(2, (short) (0x8180 | flags)).putShort(6, (short) values.length);
        for (var value : values) {
            reply.putShort((short) 0xC00C).putShort((short) type).putShort((short) 1);
            reply.putInt(60).putShort((short) value.length).put(value);
        }
        return reply.array();
    }
}
