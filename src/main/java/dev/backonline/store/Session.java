package dev.backonline.store;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs statements on one connection, and knows how values are stored: times as milliseconds, names in lower case. */
public record Session(Connection connection) {

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface RowReading<T> {
        T of(Row row) throws SQLException;
    }

    /** Gives how many rows were changed. */
    public int update(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    public <T> List<T> rows(String sql, RowReading<T> reading, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.of(new Row(rows)));
                }
            }
            return found;
        }
    }

    public <T> Optional<T> row(String sql, RowReading<T> reading, Object... values) throws SQLException {
        return rows(sql, reading, values).stream().findFirst();
    }

    /** For BEGIN, COMMIT and ROLLBACK. */
    void run(String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, stored(values[index]));
        }
    }

    private static @Nullable Object stored(Object value) {
        return switch (value) {
            case Optional<?> maybe -> maybe.isPresent() ? stored(maybe.get()) : null;
            case Instant time -> time.toEpochMilli();
            case Duration span -> span.toMillis();
            case Enum<?> one -> one.name().toLowerCase(Locale.ROOT);
            case Locale language -> language.toLanguageTag();
            case Number number -> number.longValue();
            case byte[] bytes -> bytes;
            default -> storable(value.toString());
        };
    }

    /** PostgreSQL refuses a NUL in a text, and a reason may quote whatever a server answered. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** One row as it is read: the counterpart of how values are stored. */
    public record Row(ResultSet result) {

        public String text(String column) throws SQLException {
            return result.getString(column);
        }

        public Optional<String> maybeText(String column) throws SQLException {
            return Optional.ofNullable(result.getString(column));
        }

        byte[] bytes(String column) throws SQLException {
            return result.getBytes(column);
        }

        public long number(String column) throws SQLException {
            return result.getLong(column);
        }

        int count(String column) throws SQLException {
            return result.getInt(column);
        }

        /** SQLite has no booleans, so a 1 is one; PostgreSQL's driver takes both for one. */
        public boolean isTrue(String column) throws SQLException {
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

        public <E extends Enum<E>> E one(Class<E> names, String column) throws SQLException {
            return maybeOne(names, column).orElseThrow();
        }

        <E extends Enum<E>> Optional<E> maybeOne(Class<E> names, String column) throws SQLException {
            return maybeText(column).map(name -> Enum.valueOf(names, name.toUpperCase(Locale.ROOT)));
        }

        private Optional<Long> maybeNumber(String column) throws SQLException {
            var number = result.getLong(column);
            return result.wasNull() ? Optional.empty() : Optional.of(number);
        }
    }
}
