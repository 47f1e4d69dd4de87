package dev.backonline.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** One row as it is read: the counterpart of how {@link Session} stores values. */
record Row(ResultSet result) {

    String text(String column) throws SQLException {
        return result.getString(column);
    }

    Optional<String> maybeText(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    long number(String column) throws SQLException {
        return result.getLong(column);
    }

    int count(String column) throws SQLException {
        return result.getInt(column);
    }

    /** SQLite has no booleans, so a 1 is one; PostgreSQL's driver takes both for one. */
    boolean isTrue(String column) throws SQLException {
        return result.getBoolean(column);
    }

    Instant time(String column) throws SQLException {
        return Instant.ofEpochMilli(result.getLong(column));
    }

    Optional<Instant> maybeTime(String column) throws SQLException {
        return maybeNumber(column).map(Instant::ofEpochMilli);
    }

    Optional<Duration> maybeSpan(String column) throws SQLException {
        return maybeNumber(column).map(Duration::ofMillis);
    }

    Optional<URI> maybeAddress(String column) throws SQLException {
        return maybeText(column).map(URI::create);
    }

    <E extends Enum<E>> E one(Class<E> names, String column) throws SQLException {
        return Enum.valueOf(names, text(column).toUpperCase(Locale.ROOT));
    }

    private Optional<Long> maybeNumber(String column) throws SQLException {
        var number = result.getLong(column);
        return result.wasNull() ? Optional.empty() : Optional.of(number);
    }
}
