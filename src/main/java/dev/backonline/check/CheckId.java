package dev.backonline.check;

/** The name of one check: its service and its place among the service's checks, such as {@code chat/1-http}. */
public record CheckId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
