package dev.backonline.bot.history;

import dev.backonline.outbox.StoreUnavailable;
import dev.backonline.verdict.history.Bucket;
import dev.backonline.verdict.history.History;
import dev.backonline.verdict.history.OutcomeChange;
import dev.backonline.verdict.history.Retention;
import dev.backonline.verdict.history.Width;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A history whose database is away whenever a test says so. */
final class Breaking implements History {
    private final History history;
    boolean away;

    Breaking(History history) {
        this.history = history;
    }

    private History reached() {
        if (away) {
            throw new StoreUnavailable("the database is away, says the test", new SQLException("away"));
        }
        return history;
    }

    @Override
    public void write(Notes notes) {
        reached().write(notes);
    }

    @Override
    public void sumUp(Width width, Instant start, Instant end) {
        reached().sumUp(width, start, end);
    }

    @Override
    public List<Bucket> read(Width width, Instant from, Instant until) {
        return reached().read(width, from, until);
    }

    @Override
    public Optional<Instant> newest(Width width) {
        return reached().newest(width);
    }

    @Override
    public List<OutcomeChange> changes(Instant from, Instant until, int most) {
        return reached().changes(from, until, most);
    }

    @Override
    public void forget(Retention retention, Instant now) {
        reached().forget(retention, now);
    }
}
