package dev.backonline.catalog;

import java.time.Instant;
import java.util.List;

/** Knows which maintenances are planned, were, and were called off. */
@FunctionalInterface
public interface Agenda {
    /** Those of which any part lies between these times, by their start. May block on the database, if it is kept there. */
    List<Maintenance> between(Instant from, Instant until);
}
