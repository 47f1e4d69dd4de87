package dev.backonline.catalog;

/** Keeps the maintenances that people plan and call off while the bot runs. Blocks; throws when the database is away. */
public interface MaintenanceBook extends Agenda {
    /** Writes it down, in place of what was written under its id before. */
    void write(Maintenance maintenance);
}
