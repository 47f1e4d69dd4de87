package dev.backonline.outbox;

import java.io.Serial;

/** The database could not be read or written; nothing was changed. */
public final class StoreUnavailable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
