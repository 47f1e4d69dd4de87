package dev.backonline.store.history;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.zip.Deflater;

/** Numbers that are not negative, as bytes: small ones take one, seven bits in each (as in LEB128); all of it is deflated at the end. */
final class Squeeze {
    private static final int SEVEN_BITS = 7;
    private static final int MASK = 0x7F;
    private static final int MORE = 0x80;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void number(long number) {
        var left = number;
        while (left > MASK) {
            bytes.write((int) (left & MASK) | MORE);
            left >>>= SEVEN_BITS;
        }
        bytes.write((int) left);
    }

    /** At most eight numbers: which of them are not zero, and these. */
    void sparse(List<Long> numbers) {
        var present = 0;
        for (int index = 0; index < numbers.size(); index++) {
            present |= numbers.get(index) == 0 ? 0 : 1 << index;
        }
        number(present);
        numbers.stream().filter(number -> number != 0).forEach(this::number);
    }

    byte[] deflated() {
        try (var deflater = new Deflater()) {
            deflater.setInput(bytes.toByteArray());
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[bytes.size() + MORE];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }
}
