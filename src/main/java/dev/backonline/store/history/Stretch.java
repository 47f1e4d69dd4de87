package dev.backonline.store.history;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.InflaterInputStream;

/** The numbers that a {@link Squeeze} wrote. */
final class Stretch {
    private static final int SEVEN_BITS = 7;
    private static final int MASK = 0x7F;
    private static final int MORE = 0x80;

    private final ByteArrayInputStream bytes;

    Stretch(byte[] deflated) throws IOException {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            bytes = new ByteArrayInputStream(in.readAllBytes());
        }
    }

    long number() throws IOException {
        var number = 0L;
        for (int shift = 0; shift < Long.SIZE; shift += SEVEN_BITS) {
            var next = bytes.read();
            if (next < 0) {
                throw new EOFException("a number is missing");
            }
            number |= (long) (next & MASK) << shift;
            if ((next & MORE) == 0) {
                return number;
            }
        }
        throw new IOException("a number is longer than 64 bits");
    }

    long[] sparse(int count) throws IOException {
        var present = number();
        var numbers = new long[count];
        for (int index = 0; index < count; index++) {
            numbers[index] = (present & (1L << index)) == 0 ? 0 : number();
        }
        return numbers;
    }
}
