package dev.backonline.operator.command;

import dev.backonline.operator.door.OperatorName;
import java.time.Instant;
import java.util.List;

/** Who commanded what, and what came of it: written once, never changed. Blocks on the database; throws when that is away. */
public interface Audit {
    void note(Entry entry);

    /** The newest first. */
    List<Entry> newest(int most);

    /** One command. {@code order} is what was asked for, {@code result} what came of it, both in words. */
    record Entry(Instant at, OperatorName operator, String order, String result) {}
}
