package dev.backonline.check.signal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** Who sends alerts, and so in which form. */
@RegisterForReflection
public enum Sender {
    ALERTMANAGER,
    GRAFANA,
    CLOUDEVENTS;

    /** Where it sends them. */
    String address() {
        return "signals/" + name().toLowerCase(Locale.ROOT);
    }
}
