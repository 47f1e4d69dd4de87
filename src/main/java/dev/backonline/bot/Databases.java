package dev.backonline.bot;

import dev.backonline.bot.setup.Configuration;
import dev.backonline.incident.IncidentBook;
import dev.backonline.outbox.Ledger;
import dev.backonline.outbox.Outbox;
import dev.backonline.store.Dialect;
import dev.backonline.store.Store;
import dev.backonline.store.file.SingleProcess;
import dev.backonline.store.seal.Seal;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Opens the one database that is active (see {@link DatabaseSettings}) and brings its tables up to date. The embedded file is there
 * and ours alone, or the bot doesn't start; PostgreSQL may be away, and is brought up to date when it is first reached.
 */
@Singleton
final class Databases {
    private final InjectableInstance<AgroalDataSource> sources;
    private final InjectableInstance<Flyway> migrations;
    private final Dialect dialect;
    private final Path data;
    private final Optional<String> key;
    private final ReentrantLock migrating = new ReentrantLock();

    private volatile boolean migrated;
    private Optional<SingleProcess> guard = Optional.empty();

    Databases(
            @Any InjectableInstance<AgroalDataSource> sources,
            @Any InjectableInstance<Flyway> migrations,
            @ConfigProperty(name = "quarkus.datasource.embedded.active") boolean embedded,
            @ConfigProperty(name = "backonline.data") Path data,
            @ConfigProperty(name = Configuration.KEY) Optional<String> key) {
        this.sources = sources;
        this.migrations = migrations;
        this.dialect = embedded ? Dialect.EMBEDDED : Dialect.POSTGRESQL;
        this.data = data;
        this.key = key;
    }

    /** Fails if another process has the embedded file, or if it can't be used. */
    @Produces
    @Singleton
    Store store() throws SQLException {
        if (dialect == Dialect.EMBEDDED) {
            guard = Optional.of(alone());
            migrate();
        }
        return key.map(Databases::seal)
                .map(seal -> Store.on(this::connection, dialect, seal))
                .orElseGet(() -> Store.on(this::connection, dialect));
    }

    @Produces
    @Singleton
    IncidentBook incidents(Store store) {
        return store.incidents();
    }

    @Produces
    @Singleton
    Ledger ledger(Store store) {
        return store.ledger();
    }

    @Produces
    @Singleton
    Outbox outbox(Store store) {
        return store.outbox();
    }

    @Produces
    @Singleton
    Dialect dialect() {
        return dialect;
    }

    @PreDestroy
    void close() {
        guard.ifPresent(SingleProcess::close);
    }

    private static Seal seal(String key) {
        try {
            return new Seal(key);
        } catch (IllegalArgumentException mistake) {
            throw new ConfigurationException("BACKONLINE_KEY %s. Not starting.".formatted(mistake.getMessage()));
        }
    }

    /** Ends the start with one line instead of a stack trace: it is the operator's mistake, not ours. */
    private SingleProcess alone() {
        try {
            return SingleProcess.in(data);
        } catch (SingleProcess.Occupied | UncheckedIOException refused) {
            throw new ConfigurationException(refused.getMessage());
        }
    }

    private Connection connection() throws SQLException {
        if (!migrated) {
            migrate();
        }
        return sources.getActive().getConnection();
    }

    private void migrate() throws SQLException {
        migrating.lock();
        // A connection of our own first: it says best why the database can't be reached.
        try (var _ = sources.getActive().getConnection()) {
            if (!migrated) {
                migrations.getActive().migrate();
                migrated = true;
            }
        } catch (FlywayException failure) {
            throw new SQLException("its tables could not be brought up to date: " + failure.getMessage(), failure);
        } finally {
            migrating.unlock();
        }
    }
}
