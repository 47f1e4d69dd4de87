package dev.backonline.store;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** PostgreSQL keeps the contract. */
class PostgresqlStoreTest implements SqlStoreContract {
    private final List<TestDatabase> opened = new ArrayList<>();

    @Override
    public TestDatabase database() {
        var database = TestDatabase.postgresql();
        opened.add(database);
        return database;
    }

    @AfterEach
    void close() {
        opened.forEach(TestDatabase::close);
    }
}
