package dev.backonline.check.dns;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the records of a reply from where it stands; whatever the bytes are, it ends. */
record Records(ByteBuffer message, RecordType type) {
    /** A message that is not one. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String reason) {
            super(reason);
        }
    }

    List<String> values(int records) throws Unreadable {
        var values = new ArrayList<String>();
        for (var number = 0; number < records; number++) {
            name();
            var kind = Short.toUnsignedInt(message.getShort());
            var space = Short.toUnsignedInt(message.getShort());
            message.getInt();
            var length = Short.toUnsignedInt(message.getShort());
            var end = message.position() + length;
            if (end > message.limit()) {
                throw new Unreadable("a record is longer than the answer");
            }
            if (kind == type.number() && space == Packet.INTERNET) {
                values.add(value(length));
            }
            message.position(end);
        }
        return values;
    }

    private String value(int length) throws Unreadable {
        return switch (type) {
            case A -> address(length, 4);
            case AAAA -> address(length, 16);
            case CNAME, NS -> name();
            case MX -> Short.toUnsignedInt(message.getShort()) + " " + name();
            case TXT -> text(length);
        };
    }

    private String address(int length, int wanted) throws Unreadable {
        if (length != wanted) {
            throw new Unreadable("an address has %d bytes".formatted(length));
        }
        try {
            var bytes = new byte[wanted];
            message.get(bytes);
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new Unreadable("an address is none");
        }
    }

    /** Pieces of at most 255 bytes, which belong together (RFC 7208, 3.3). */
    private String text(int length) throws Unreadable {
        var text = new ByteArrayOutputStream();
        for (var left = length; left > 0; ) {
            var piece = new byte[Byte.toUnsignedInt(message.get())];
            left -= piece.length + 1;
            if (left < 0) {
                throw new Unreadable("a text is longer than its record");
            }
            message.get(piece);
            text.writeBytes(piece);
        }
        return text.toString(UTF_8);
    }

    /** A name in small letters without the last dot. A pointer may lead only further back, so none leads round in a circle. */
    private String name() throws Unreadable {
        var name = new StringBuilder();
        var at = message.position();
        var floor = at;
        var jumped = false;
        while (true) {
            var length = Byte.toUnsignedInt(message.get(at));
            var isPointer = length > Packet.LONGEST_LABEL;
            var next = isPointer ? at + 2 : at + 1 + length;
            if (!jumped) {
                message.position(next);
            }
            if (length == 0) {
                return name.toString().toLowerCase(Locale.ROOT);
            }
            if (isPointer) {
                floor = pointer(at, floor);
                at = floor;
                jumped = true;
            } else {
                name.append(name.isEmpty() ? "" : ".").append(label(at + 1, length, name.length()));
                at = next;
            }
        }
    }

    private int pointer(int at, int floor) throws Unreadable {
        var both = Short.toUnsignedInt(message.getShort(at));
        var target = both & 0x3FFF;
        // RFC 1035, 4.1.4: the two high bits are set; other combinations are reserved.
        if (both >> 14 != 3 || target >= floor) {
            throw new Unreadable("a name points at nothing before it");
        }
        return target;
    }

    private String label(int at, int length, int before) throws Unreadable {
        if (before + length > Packet.LONGEST_NAME) {
            throw new Unreadable("a name is too long");
        }
        var label = new byte[length];
        message.get(at, label);
        return new String(label, ISO_8859_1);
    }
}
