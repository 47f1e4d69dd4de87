package dev.backonline.check.dns;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A message of RFC 1035, as it is written and as it is read; what is read may be anything. */
final class Packet {
    /** RFC 1035, 4.1.1. */
    private static final int HEADER = 12;
    /** RFC 1035, 3.1: lengths of names and their labels on the wire. */
    static final int LONGEST_NAME = 255;

    static final int LONGEST_LABEL = 63;

    static final int INTERNET = 1;
    private static final Pattern DOT = Pattern.compile("\\.");

    private Packet() {}

    /** Whether the name can be asked for at all. */
    static boolean isName(String name) {
        var labels = labels(name);
        return encoded(name).length <= LONGEST_NAME
                && labels.stream().allMatch(label -> !label.isEmpty() && label.length() <= LONGEST_LABEL)
                && name.chars().allMatch(letter -> letter > ' ' && letter < 127);
    }

    /** One question, which asks the resolver to look for itself. */
    static byte[] question(int id, String name, RecordType type) {
        var encoded = encoded(name);
        return ByteBuffer.allocate(HEADER + encoded.length + 4)
                .putShort((short) id)
                // The flag RD: "recursion desired".
                .putShort((short) 0x0100)
                .putShort((short) 1)
                .putShort((short) 0)
                .putInt(0)
                .put(encoded)
                .putShort((short) type.number())
                .putShort((short) INTERNET)
                .array();
    }

    private static List<String> labels(String name) {
        var bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return Arrays.asList(DOT.split(bare, -1));
    }

    private static byte[] encoded(String name) {
        var bytes = new ByteArrayOutputStream();
        for (var label : labels(name)) {
            bytes.write(label.length());
            bytes.writeBytes(label.getBytes(US_ASCII));
        }
        bytes.write(0);
        return bytes.toByteArray();
    }

    /** Whether this is a reply to this very question; what a stranger sends does not have its number, name and type. */
    static boolean isReply(byte[] message, byte[] question) {
        if (message.length < question.length || (message[2] & 0x80) == 0) {
            return false;
        }
        var sameId = message[0] == question[0] && message[1] == question[1];
        var asked = new String(question, HEADER, question.length - HEADER, ISO_8859_1);
        var repeated = new String(message, HEADER, question.length - HEADER, ISO_8859_1);
        return sameId && repeated.equalsIgnoreCase(asked);
    }

    /** What a reply says: its code (RFC 1035, 4.1.1), whether it was cut, and the values of the records of this type. */
    record Reply(int code, boolean cut, List<String> values) {}

    static Reply reply(byte[] message, int questionLength, RecordType type) throws Records.Unreadable {
        try {
            var buffer = ByteBuffer.wrap(message);
            var flags = Short.toUnsignedInt(buffer.getShort(2));
            var records = Short.toUnsignedInt(buffer.getShort(6));
            var cut = (flags & 0x0200) != 0;
            buffer.position(questionLength);
            return new Reply(flags & 0xF, cut, cut ? List.of() : new Records(buffer, type).values(records));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException _) {
            throw new Records.Unreadable("it ends too early");
        }
    }
}
