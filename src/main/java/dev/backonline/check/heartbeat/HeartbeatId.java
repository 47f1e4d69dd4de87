package dev.backonline.check.heartbeat;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The name of a heartbeat in its address. */
@RegisterForReflection
public record HeartbeatId(String value) {
    public HeartbeatId {
        if (!value.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException(
                    "'%s' should be 1 to 40 small letters, digits and hyphens".formatted(value));
        }
    }

    public static HeartbeatId parse(String text) {
        return new HeartbeatId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
