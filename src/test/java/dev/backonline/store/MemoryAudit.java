package dev.backonline.store;

import dev.backonline.operator.command.Audit;
import java.util.ArrayList;
import java.util.List;

/** The simplest record of commands. */
public final class MemoryAudit implements Audit {
    private final List<Entry> entries = new ArrayList<>();

    @Override
    public synchronized void note(Entry entry) {
        entries.addFirst(entry);
    }

    @Override
    public synchronized List<Entry> newest(int most) {
        return List.copyOf(entries.subList(0, Math.min(most, entries.size())));
    }
}
