package dev.backonline.check.signal;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The keys of a check of type {@code signal}. */
@RegisterForReflection
public record SignalSettings(
        @Setting(
                value =
                        "Who sends, to `/signals/alertmanager`, `/signals/grafana` or `/signals/cloudevents` on the public port.",
                example = "alertmanager")
        Sender from,

        @Setting(
                value =
                        "The labels of the alerts that are about this service, all of them; `*` stands for any letters. Of a"
                                + " CloudEvent its attributes and the plain values of its data. Without any, all that the sender says.",
                fallback = "{}",
                example = "{ service: chat, severity: critical }")
        Map<String, LabelPattern> match,

        @Setting(
                value =
                        "The sender shows it, as bearer token or as the password of basic authentication with any user; checks"
                                + " hear only from those who know theirs. At least 8 letters, digits or any of `. _ ~ + / = -`.",
                example = "\"${env:ALERTS_TOKEN}\"")
        Secret token,

        @Setting(
                value =
                        "An alert that is not repeated for so long is over; the sender should repeat it at least twice in this time.",
                fallback = "10m",
                example = "1h")
        Duration ttl,

        @Setting(
                value = "Alerts with all of these labels mean slow instead of down; `{}` for none.",
                fallback = "{ severity: warning }",
                example = "{ severity: \"w*\" }")
        Map<String, LabelPattern> slow,

        @Setting(
                value =
                        "For `cloudevents`: the types of events that begin trouble; by default `*.firing`, and events whose data has"
                                + " `status: firing`.",
                example = "com.example.shop.down")
        Optional<LabelPattern> firing,

        @Setting(
                value =
                        "For `cloudevents`: the types of events that end it; by default `*.resolved`, and events whose data has"
                                + " `status: resolved`.",
                example = "com.example.shop.up")
        Optional<LabelPattern> resolved) {
    private static final LabelPattern FIRING = new LabelPattern("*.firing");
    private static final LabelPattern RESOLVED = new LabelPattern("*.resolved");

    public SignalSettings {
        match = Map.copyOf(match);
        slow = Map.copyOf(slow);
    }

    /** Whether an alert begins or ends trouble; empty if it is no alert. */
    Optional<Boolean> isFiring(Alert alert) {
        var type = Optional.ofNullable(alert.labels().get("type")).filter(_ -> from == Sender.CLOUDEVENTS);
        if (type.filter(firing.orElse(FIRING)::matches).isPresent()) {
            return Optional.of(true);
        }
        if (type.filter(resolved.orElse(RESOLVED)::matches).isPresent()) {
            return Optional.of(false);
        }
        return switch (alert.status()) {
            case "firing" -> Optional.of(true);
            case "resolved" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Whether it is about this service. */
    boolean concerns(Alert alert) {
        return LabelPattern.all(match, alert.labels())
                && !isAboutTheSender(alert)
                && isFiring(alert).isPresent();
    }

    boolean isSlow(Alert alert) {
        return !slow.isEmpty() && LabelPattern.all(slow, alert.labels());
    }

    /** Grafana's own alerts that it couldn't ask: nothing is learned about the service, unless the file says so. */
    private boolean isAboutTheSender(Alert alert) {
        return from == Sender.GRAFANA
                && !match.containsKey("alertname")
                && alert.labels().getOrDefault("alertname", "").matches("Datasource(NoData|Error)");
    }
}
