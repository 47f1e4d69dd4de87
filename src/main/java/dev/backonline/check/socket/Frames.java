package dev.backonline.check.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** Messages of a WebSocket, in the frames that carry them (RFC 6455, 5). */
record Frames(Socket socket) {
    /** Ours: what has not come by then is not an answer to us. */
    private static final int LONGEST_TALK = 64 * 1024;

    /** RFC 6455, 5.2: kinds of frames. */
    private static final int CONTINUED = 0;

    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    void say(String text) throws IOException {
        write(TEXT, text.getBytes(UTF_8));
    }

    /** RFC 6455, 7.4.1: 1000 is a good end. */
    void close() throws IOException {
        write(CLOSE, new byte[] {3, (byte) 0xE8});
    }

    /** Reads messages until one contains the text; they may come in pieces, with frames for other purposes between them. */
    Answer heard(String expected) throws IOException {
        var stream = new DataInputStream(socket.getInputStream());
        var message = new ByteArrayOutputStream();
        for (var left = LONGEST_TALK; left > 0; ) {
            var first = stream.readUnsignedByte();
            var length = length(stream);
            // RFC 6455, 5.1 and 5.2: bits that nobody agreed on, or a mask from the server, end the connection.
            if ((first & 0x70) != 0 || length < 0) {
                return down("a frame cannot be read");
            }
            left -= (int) Math.min(length + 1, left);
            var payload = stream.readNBytes((int) Math.min(length, left));
            var kind = first & 0xF;
            if (kind == CLOSE) {
                return closed(payload);
            }
            if (kind == PING) {
                write(PONG, payload);
            } else if (kind == CONTINUED || kind == TEXT || kind == BINARY) {
                message.writeBytes(payload);
                if (message.toString(UTF_8).contains(expected)) {
                    return new Answer.Up();
                }
                clear(message, (first & 0x80) != 0);
            }
        }
        return down("no text '%s'".formatted(expected));
    }

    private static void clear(ByteArrayOutputStream message, boolean last) {
        if (last) {
            message.reset();
        }
    }

    private static Answer closed(byte[] payload) {
        var code = payload.length < 2
                ? ""
                : " with " + Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort());
        return down("closed" + code);
    }

    /** RFC 6455, 5.2: in 7 bits, or in the 2 or 8 bytes that follow; negative if it is masked or too large to be. */
    private static long length(DataInputStream stream) throws IOException {
        var small = stream.readUnsignedByte();
        return switch (small) {
            case 126 -> stream.readUnsignedShort();
            case 127 -> stream.readLong();
            default -> small < 126 ? small : -1;
        };
    }

    /** One frame, masked as a client has to (RFC 6455, 5.3). */
    private void write(int kind, byte[] payload) throws IOException {
        var mask = new byte[4];
        new SecureRandom().nextBytes(mask);
        var frame = ByteBuffer.allocate(payload.length + 8).put((byte) (0x80 | kind));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        frame.put(mask);
        for (var at = 0; at < payload.length; at++) {
            frame.put((byte) (payload[at] ^ mask[at % 4]));
        }
        socket.getOutputStream().write(frame.array(), 0, frame.position());
    }

    private static Answer down(String reason) {
        return new Answer.Down(Layer.ANSWER, reason);
    }
}
