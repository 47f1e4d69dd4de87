package dev.backonline.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/**
 * A copy of the SQLite file as it is at one moment, whether a bot works on it or not: it only reads, so a running bot goes on writing
 * meanwhile. Blocks; leaves a whole, checked copy that is on the disk, or nothing.
 */
public record FileCopy(EmbeddedFile source, Path target) {
    private static final String SOUND = "ok";
    private static final int BUSY_MILLISECONDS = 10_000;

    /** What became of it. */
    public sealed interface Copied {
        /** It is there. */
        record Whole(long bytes) implements Copied {}

        /** Nothing is; why, in a whole sentence. */
        record Not(String why) implements Copied {}
    }

    public Copied made() {
        if (!Files.isRegularFile(source.path())) {
            return new Copied.Not(
                    "There is no %s: no bot has kept anything there, or BACKONLINE_DATA names another folder."
                            .formatted(source.path()));
        }
        if (Files.exists(target)) {
            return there();
        }
        try {
            return besides(target.toAbsolutePath().resolveSibling(""));
        } catch (FileAlreadyExistsException _) {
            return there();
        } catch (IOException unwritable) {
            return new Copied.Not("%s can't be written: %s.".formatted(target, unwritable));
        }
    }

    private Copied there() {
        return new Copied.Not(
                "%s is there already, and a backup overwrites nothing: name another file.".formatted(target));
    }

    /** Under another name first, so that nobody takes half of it for all; only its owner may read it. */
    private Copied besides(Path folder) throws IOException {
        var half = Files.createTempFile(folder, ".backonline-", ".part");
        try {
            copy(half);
            try (var written = FileChannel.open(half, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(half, target);
            return new Copied.Whole(Files.size(target));
        } catch (SQLException failure) {
            return new Copied.Not("%s can't be copied: %s.".formatted(source.path(), failure.getMessage()));
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private void copy(Path half) throws SQLException {
        try (var connection = opened(source.path());
                var copying = connection.prepareStatement("VACUUM INTO ?")) {
            copying.setString(1, half.toString());
            copying.execute();
        }
        try (var connection = opened(half);
                var checking = connection.createStatement();
                var rows = checking.executeQuery("PRAGMA integrity_check(1)")) {
            var found = rows.next() ? rows.getString(1) : "no answer";
            if (!found.equals(SOUND)) {
                throw new SQLException("the copy is damaged: " + found);
            }
        }
    }

    private static Connection opened(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLISECONDS);
        return config.createConnection("jdbc:sqlite:" + file);
    }
}
