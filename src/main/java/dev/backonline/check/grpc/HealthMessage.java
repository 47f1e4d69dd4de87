package dev.backonline.check.grpc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The two messages of grpc.health.v1.Health/Check, each with one field, in protobuf's encoding and in the frame that gRPC puts around a
 * message: a byte that says whether it is compressed, and its length in four. Each character stands for one byte.
 */
final class HealthMessage {
    /** Field 1, a text: the service that is asked about. */
    private static final int SERVICE = (1 << 3) | 2;

    /** Field 1, a number: the status. */
    private static final int STATUS = 1 << 3;

    private HealthMessage() {}

    static String question(String service) {
        var message = new ByteArrayOutputStream();
        var name = service.getBytes(UTF_8);
        // A field that has its default value, here the empty text, is left out.
        if (name.length > 0) {
            message.write(SERVICE);
            number(message, name.length);
            message.writeBytes(name);
        }
        var frame = ByteBuffer.allocate(message.size() + 5)
                .put((byte) 0)
                .putInt(message.size())
                .put(message.toByteArray());
        return new String(frame.array(), ISO_8859_1);
    }

    /** The number of the status; 0 if it is left out, which means the same. Empty if this is no such message. */
    static Optional<Long> status(String body) {
        try (var stream = new DataInputStream(new ByteArrayInputStream(body.getBytes(ISO_8859_1)))) {
            var compressed = stream.readUnsignedByte() != 0;
            var length = stream.readInt();
            if (compressed || length != stream.available()) {
                return Optional.empty();
            }
            var status = 0L;
            while (stream.available() > 0) {
                var tag = number(stream);
                if (tag == STATUS) {
                    status = number(stream);
                } else {
                    skip(stream, tag);
                }
            }
            return Optional.of(status);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** What a later version may add is passed over: a number, 8 bytes, a text or 4 bytes. */
    private static void skip(DataInputStream stream, long tag) throws IOException {
        switch ((int) (tag & 7)) {
            case 0 -> number(stream);
            case 1 -> stream.skipNBytes(8);
            case 2 -> stream.skipNBytes(number(stream));
            case 5 -> stream.skipNBytes(4);
            default -> throw new IOException("no such kind of field");
        }
    }

    /** Seven bits to a byte, the lowest first; the eighth says that more follow. */
    private static long number(DataInputStream stream) throws IOException {
        var number = 0L;
        for (var shift = 0; shift < Long.SIZE; shift += 7) {
            var next = stream.readUnsignedByte();
            number |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return number;
            }
        }
        throw new IOException("a number without end");
    }

    private static void number(ByteArrayOutputStream message, int value) {
        var rest = value;
        while (rest >= 0x80) {
            message.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        message.write(rest);
    }
}
