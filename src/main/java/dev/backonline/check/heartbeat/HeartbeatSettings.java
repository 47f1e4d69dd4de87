package dev.backonline.check.heartbeat;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.Optional;

/** The keys of a check of type {@code heartbeat}. */
@RegisterForReflection
public record HeartbeatSettings(
        @Setting(
                value =
                        "The service calls `/heartbeat/ID` on the public port at least once in each `every`; no other heartbeat"
                                + " has the same id.",
                example = "photos-worker")
        HeartbeatId id,

        @Setting(
                value =
                        "Whoever calls shows it, best as `Authorization: Bearer …`; `?token=…` works too, but addresses end up in"
                                + " the logs of proxies. At least 8 letters, digits or any of `. _ ~ + / = -`.",
                example = "\"${env:PHOTOS_TOKEN}\"")
        Secret token,

        @Setting(
                value =
                        "So much later than `every` a call may be before the service counts as down. Silence counts from the start"
                                + " of the bot at the earliest, and only while the bot listens.",
                fallback = "30s",
                example = "5m")
        Duration grace,

        @Setting(
                value =
                        "How long a run may take from its call of `/start` to its next call; a longer one is slow, at once.",
                example = "5m")
        Optional<Duration> within) {

    /** How long it may be silent. */
    Duration patience(Duration every) {
        return every.plus(grace);
    }
}
