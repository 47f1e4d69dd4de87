package dev.backonline.store;

import dev.backonline.store.file.EmbeddedFile;
import dev.backonline.store.seal.Seal;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** An empty, migrated database with a pool of connections like that of the running bot. */
public record TestDatabase(AgroalDataSource source, Dialect dialect) implements AutoCloseable {

    /** A file in this directory, or the one that is there. */
    public static TestDatabase embedded(Path directory) {
        return migrated(pool(new EmbeddedFile(directory).url(), ""), Dialect.EMBEDDED, "db/embedded");
    }

    /** A new schema on the one server of this test run. */
    public static TestDatabase postgresql() {
        return migrated(pool(Server.schema(), "postgres"), Dialect.POSTGRESQL, "db/postgresql");
    }

    /** On a server of one's own. */
    public static TestDatabase postgresql(String url) {
        return migrated(pool(url, "postgres"), Dialect.POSTGRESQL, "db/postgresql");
    }

    /** One that was made before, maybe by another process. */
    public static TestDatabase opened(String url, Dialect dialect) {
        return new TestDatabase(pool(url, dialect == Dialect.EMBEDDED ? "" : "postgres"), dialect);
    }

    /** Its address, for another process. */
    public String url() {
        return source.getConfiguration()
                .connectionPoolConfiguration()
                .connectionFactoryConfiguration()
                .jdbcUrl();
    }

    public Store store() {
        return Store.on(source::getConnection, dialect);
    }

    /** The same with a seal for credentials. */
    public Store sealed() {
        return Store.on(source::getConnection, dialect, new Seal("bWFkZS11cC1rZXktb2YtZXhhY3RseS0zMi1ieXRlcyE="));
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
                            .exceptionSorter(new PostgreSQLExceptionSorter())
                            .acquisitionTimeout(Duration.ofSeconds(30))
                            .connectionFactoryConfiguration(factory ->
                                    factory.jdbcUrl(url).principal(user.isEmpty() ? null : new NamePrincipal(user)))));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The one PostgreSQL server of a test run: started when it is first asked for, stopped with the process. */
    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = started();
        private static final AtomicInteger SCHEMAS = new AtomicInteger();

        private Server() {}

        private static EmbeddedPostgres started() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        /** The address of a new, empty schema. */
        static String schema() {
            var name = "test" + SCHEMAS.incrementAndGet();
            try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA " + name);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            return POSTGRES.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + name;
        }
    }
}
