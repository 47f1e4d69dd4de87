package dev.backonline.message;

import java.util.Locale;

/** The two lengths that every wording comes in: the short one serves where the long one does not fit. */
public enum Size {
    LONG,
    SHORT;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
