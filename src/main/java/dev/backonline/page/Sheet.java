package dev.backonline.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What was rendered and its media type; a lasting one never changes under its path. The bytes are never changed. */
@SuppressWarnings("ArrayRecordComponent") // equality is never asked for, but for that of the content
public record Sheet(String type, byte[] bytes, boolean lasting) {
    public static final String HTML = "text/html; charset=utf-8";

    public static Sheet html(String text) {
        return of(HTML, text);
    }

    public static Sheet of(String type, String text) {
        return new Sheet(type, text.getBytes(StandardCharsets.UTF_8), false);
    }

    public static Sheet lasting(String type, byte[] bytes) {
        return new Sheet(type, bytes, true);
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whether it is the same content. */
    public boolean says(Document document) {
        return type.equals(document.type()) && Arrays.equals(bytes, document.plain());
    }
}
