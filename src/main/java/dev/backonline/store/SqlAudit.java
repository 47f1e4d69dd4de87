package dev.backonline.store;

import dev.backonline.operator.command.Audit;
import dev.backonline.operator.command.OperatorName;
import java.util.List;

/** Who commanded what, in its table. */
final class SqlAudit implements Audit {
    private static final String NOTE = "INSERT INTO audit (at, operator, command, result) VALUES (?, ?, ?, ?)";
    private static final String NEWEST = "SELECT * FROM audit ORDER BY id DESC LIMIT ?";

    private final Database database;

    SqlAudit(Database database) {
        this.database = database;
    }

    @Override
    public void note(Entry entry) {
        database.write(session -> session.update(NOTE, entry.at(), entry.operator(), entry.order(), entry.result()));
    }

    @Override
    public List<Entry> newest(int most) {
        return database.read(session -> session.rows(
                NEWEST,
                row -> new Entry(
                        row.time("at"),
                        new OperatorName(row.text("operator")),
                        row.text("command"),
                        row.text("result")),
                most));
    }
}
