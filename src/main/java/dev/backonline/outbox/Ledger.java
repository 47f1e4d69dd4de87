package dev.backonline.outbox;

import dev.backonline.incident.Change;
import java.util.List;

/** Records what was decided together with whom it must be told, in one transaction: what is not written was not decided. */
public interface Ledger {
    /**
     * Blocks on the database. Gives false, and writes nothing, if the incident is no longer at the version that the change
     * expects. Deliveries come out ready where nothing before them in their thread is unfinished, else waiting.
     *
     * @throws StoreUnavailable if it could not be written
     */
    boolean record(Change change, List<Delivery> deliveries);
}
