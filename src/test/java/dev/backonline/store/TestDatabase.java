package dev.backonline.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;

/** An empty, migrated database with a pool of connections like that of the running bot. */
public record TestDatabase(AgroalDataSource source, Dialect dialect) implements AutoCloseable {

    /** A file in this directory, or the one that is there. */
    public static TestDatabase embedded(Path directory) {
        return migrated(pool(new EmbeddedFile(directory).url(), ""), Dialect.EMBEDDED, "db/embedded");
    }

    /** A new database on the one server of this test run. */
    public static TestDatabase postgresql() {
        return migrated(pool(TestServer.database(), "postgres"), Dialect.POSTGRESQL, "db/postgresql");
    }

    public Store store() {
        return Store.on(source, dialect);
    }

    @Override
    public void close() {
        source.close();
    }

    private static TestDatabase migrated(AgroalDataSource source, Dialect dialect, String migrations) {
        Flyway.configure().dataSource(source).locations(migrations).load().migrate();
        return new TestDatabase(source, dialect);
    }

    private static AgroalDataSource pool(String url, String user) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(10)
                            .acquisitionTimeout(Duration.ofSeconds(30))
                            .connectionFactoryConfiguration(factory ->
                                    factory.jdbcUrl(url).principal(user.isEmpty() ? null : new NamePrincipal(user)))));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
