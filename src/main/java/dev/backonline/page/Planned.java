package dev.backonline.page;

import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.Maintenance.Stage;
import java.util.Locale;

/**
 * A maintenance as the page shows it: how far it has come is part of it, so that a reader sees something new when it begins and when
 * it ends.
 */
public record Planned(Maintenance maintenance, Stage stage) {
    public String title(Locale language) {
        return maintenance.title().in(language);
    }

    /** What is told of it: its detail, or what it is called. */
    public String text(Locale language) {
        return maintenance.detail().map(detail -> detail.in(language)).orElseGet(() -> title(language));
    }
}
