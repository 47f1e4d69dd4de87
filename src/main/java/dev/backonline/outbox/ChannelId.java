package dev.backonline.outbox;

/** The name of a channel in the file. */
public record ChannelId(String value) {
    public ChannelId {
        if (!value.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("channel id '%s' should match [a-z0-9-]{1,40}".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
