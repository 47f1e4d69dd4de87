package dev.backonline.store;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Keyring;
import dev.backonline.channel.Keyring.Credentials;
import dev.backonline.outbox.ChannelId;
import dev.backonline.store.seal.Seal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The credentials of one channel in their table, sealed. */
final class SqlKeyring implements Keyring {
    private static final String FIND = "SELECT version, sealed FROM credential WHERE channel = ?";
    private static final String INSERT =
            "INSERT INTO credential (channel, version, sealed) VALUES (?, 1, ?) ON CONFLICT (channel) DO NOTHING";
    private static final String REPLACE =
            "UPDATE credential SET version = version + 1, sealed = ? WHERE channel = ? AND version = ?";
    private static final String BETWEEN = "\n";

    private final Database database;
    private final Seal seal;
    private final ChannelId channel;

    SqlKeyring(Database database, Seal seal, ChannelId channel) {
        this.database = database;
        this.seal = seal;
        this.channel = channel;
    }

    /** One row: what it says, if it can be read with the key of today. */
    private record Kept(long version, Optional<Credentials> credentials) {}

    @Override
    public Optional<Credentials> read() {
        return database.read(this::find).flatMap(Kept::credentials);
    }

    private Optional<Kept> find(Session session) throws SQLException {
        return session.row(
                FIND,
                row -> new Kept(
                        row.number("version"),
                        seal.open(row.text("sealed"), channel.value()).flatMap(SqlKeyring::credentials)),
                channel);
    }

    @Override
    public boolean replace(Optional<Credentials> former, Credentials fresh) {
        var sealed = seal.close(text(fresh), channel.value());
        return database.write(session -> {
            var kept = find(session);
            if (kept.isEmpty()) {
                return former.isEmpty() && session.update(INSERT, channel, sealed) == 1;
            }
            return kept.get().credentials().equals(former)
                    && session.update(REPLACE, sealed, channel, kept.get().version()) == 1;
        });
    }

    /** Tokens have no line breaks: RFC 6750 and RFC 6749 allow only what can be seen, and spaces. */
    private static String text(Credentials credentials) {
        return String.join(
                BETWEEN,
                credentials.origin(),
                Long.toString(credentials.expires().toEpochMilli()),
                credentials.access().value(),
                credentials.refresh().value());
    }

    private static Optional<Credentials> credentials(String text) {
        var lines = List.of(text.split(BETWEEN, -1));
        return lines.size() == 4
                ? Optional.of(new Credentials(
                        new Secret(lines.get(2)),
                        new Secret(lines.get(3)),
                        Instant.ofEpochMilli(Long.parseLong(lines.get(1))),
                        lines.getFirst()))
                : Optional.empty();
    }
}
