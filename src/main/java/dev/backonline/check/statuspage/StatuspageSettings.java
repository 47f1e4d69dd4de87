package dev.backonline.check.statuspage;

import dev.backonline.catalog.Setting;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.util.List;

/** The keys of a check of type {@code statuspage}. */
@RegisterForReflection
public record StatuspageSettings(
        @Setting(
                value =
                        "The address of the page, below which it has `/api/v2/summary.json`. If it doesn't answer, nothing was learned.",
                example = "https://status.cloud.example")
        URI url,

        @Setting(
                value =
                        "The components that matter, by name or id; the worst of them counts. Without any, the state of the whole page"
                                + " counts. Degraded performance (a minor state of the page) is slow, an outage is a failure.",
                fallback = "[]",
                example = "[ API, \"Push notifications\" ]")
        List<String> components,

        @Setting(value = "What a maintenance means: `up` or `down`.", fallback = "up")
        Meaning maintenance) {
    public StatuspageSettings {
        components = List.copyOf(components);
    }

    /** What is thought of a maintenance. */
    public enum Meaning {
        UP,
        DOWN
    }
}
