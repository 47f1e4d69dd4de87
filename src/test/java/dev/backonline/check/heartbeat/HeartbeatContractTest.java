package dev.backonline.check.heartbeat;

import dev.backonline.catalog.Secret;
import dev.backonline.check.Notice;
import dev.backonline.check.Receiving;
import dev.backonline.check.ReceivingContract;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

class HeartbeatContractTest extends ReceivingContract<HeartbeatSettings, Pulse> {
    @Override
    protected Receiving<HeartbeatSettings, Pulse> kind() {
        return new HeartbeatKind();
    }

    @Override
    protected HeartbeatSettings settings() {
        return new HeartbeatSettings(
                new HeartbeatId("photos-worker"),
                new Secret("made-up-token"),
                Duration.ofSeconds(30),
                Optional.of(Duration.ofSeconds(20)));
    }

    @Override
    protected Notice failing() {
        return new Notice("POST", "/fail", Map.of(), "the disk is full");
    }

    @Override
    protected Notice well() {
        return new Notice("GET", "", Map.of(), "");
    }

    @Override
    protected Duration patience() {
        return Duration.ofSeconds(90);
    }
}
