package dev.backonline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Both databases keep the contract, and so does the fake that other tests use. */
class StoreTest {
    private final List<TestDatabase> opened = new ArrayList<>();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        opened.forEach(TestDatabase::close);
    }

    /** SQLite. */
    @Nested
    class Embedded implements SqlStoreContract {
        @Override
        public TestDatabase database() {
            try {
                opened.add(TestDatabase.embedded(Files.createTempDirectory(directory, "data")));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return opened.getLast();
        }
    }

    /** PostgreSQL. */
    @Nested
    class Postgresql implements SqlStoreContract {
        @Override
        public TestDatabase database() {
            opened.add(TestDatabase.postgresql());
            return opened.getLast();
        }
    }

    /** The fake. */
    @Nested
    class Memory implements StoreContract {
        @Override
        public Store store() {
            return new MemoryStore().store();
        }
    }
}
