package dev.backonline.page;

/** A rendered text and its media type; a lasting one never changes under its path. */
public record Body(String type, String text, boolean lasting) {
    public static final String HTML = "text/html; charset=utf-8";

    public static Body html(String text) {
        return new Body(HTML, text, false);
    }

    public static Body of(String type, String text) {
        return new Body(type, text, false);
    }

    public static Body lasting(String type, String text) {
        return new Body(type, text, true);
    }
}
