package dev.backonline.store.file;

import java.nio.file.Path;

/** The SQLite file in a data directory, and how it is opened: so that what was committed survives a crash and a power cut. */
public record EmbeddedFile(Path directory) {
    /** Ours: far longer than any of our transactions; only a foreign program (a backup, a shell) can make a writer wait. */
    private static final int BUSY_MILLISECONDS = 10_000;

    public Path path() {
        return directory.resolve("backonline.db");
    }

    /** The address for JDBC, with the settings that every connection needs. */
    public String url() {
        return "jdbc:sqlite:%s?journal_mode=WAL&synchronous=FULL&foreign_keys=true&busy_timeout=%d"
                .formatted(path(), BUSY_MILLISECONDS);
    }
}
