package dev.backonline.page;

import dev.backonline.catalog.ServiceState;
import java.util.Locale;
import java.util.Optional;

/** What a state looks like: each tone has a colour, an icon that is told apart without it, and a word. */
public enum Tone {
    WORKING,
    /** Works again, and is being watched. */
    WATCHING,
    MAINTENANCE,
    UNKNOWN,
    DEGRADED,
    PARTIAL,
    MAJOR;

    public static Tone of(Optional<ServiceState> state) {
        return state.map(Tone::of).orElse(UNKNOWN);
    }

    private static Tone of(ServiceState state) {
        return switch (state) {
            case OPERATIONAL -> WORKING;
            case UNDER_MAINTENANCE -> MAINTENANCE;
            case DEGRADED_PERFORMANCE -> DEGRADED;
            case PARTIAL_OUTAGE -> PARTIAL;
            case MAJOR_OUTAGE -> MAJOR;
        };
    }

    /** Whether users notice it. */
    public boolean isTrouble() {
        return this == DEGRADED || this == PARTIAL || this == MAJOR;
    }

    /** Its name in styles, in icons' addresses, and as a word of the page. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
