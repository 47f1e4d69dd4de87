package dev.backonline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** SQLite keeps the contract. */
class EmbeddedStoreTest implements SqlStoreContract {
    private final List<TestDatabase> opened = new ArrayList<>();

    @TempDir
    Path directory;

    @Override
    public TestDatabase database() {
        try {
            var database = TestDatabase.embedded(Files.createTempDirectory(directory, "data"));
            opened.add(database);
            return database;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @AfterEach
    void close() {
        opened.forEach(TestDatabase::close);
    }
}
