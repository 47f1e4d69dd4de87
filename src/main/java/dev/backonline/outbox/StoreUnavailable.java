package dev.backonline.outbox;

import java.io.Serial;

/**
 * The database could not be read or written; nothing was changed, unless the connection was lost during the commit itself: then
 * nobody knows, and reading again tells (a repeat is harmless, since every change is compare-and-set).
 */
public final class StoreUnavailable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
