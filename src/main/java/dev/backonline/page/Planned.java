package dev.backonline.page;

import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.Maintenance.Stage;

/**
 * A maintenance as the page shows it: how far it has come is part of it, so that a reader sees something new when it begins and when
 * it ends.
 */
public record Planned(Maintenance maintenance, Stage stage) {}
