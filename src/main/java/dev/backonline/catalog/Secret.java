package dev.backonline.catalog;

/** A value that may be sent where it belongs and shown nowhere: its text form hides it. */
public record Secret(String value) {
    public Secret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a secret should not be empty");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
