package dev.backonline.page;

/** A rendered text and its media type; a lasting one never changes under its path. */
public record Sheet(String type, String text, boolean lasting) {
    public static final String HTML = "text/html; charset=utf-8";

    public static Sheet html(String text) {
        return new Sheet(HTML, text, false);
    }

    public static Sheet of(String type, String text) {
        return new Sheet(type, text, false);
    }

    public static Sheet lasting(String type, String text) {
        return new Sheet(type, text, true);
    }
}
