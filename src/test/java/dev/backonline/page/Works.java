package dev.backonline.page;

import static dev.backonline.page.Piazza.NOW;
import static dev.backonline.page.Piazza.PAYMENTS;
import static dev.backonline.page.Piazza.SHOP;

import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.MaintenanceId;
import dev.backonline.catalog.Translated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Planned works on the made-up company's services. */
public final class Works {
    public static final Maintenance PAST = work("tidy-2026-06-10", NOW.minus(Duration.ofDays(8)), 30);
    public static final Maintenance PRESENT = work("move-2026-06-18", NOW.minus(Duration.ofMinutes(10)), 60);
    public static final Maintenance COMING = work("tidy-2026-06-20", NOW.plus(Duration.ofDays(2)), 90);

    private Works() {}

    public static Maintenance work(String id, Instant start, int minutes) {
        var title = new Translated(
                Map.of(Locale.ITALIAN, "Manutenzione dei pagamenti", Locale.ENGLISH, "Work on payments"));
        var detail = new Translated(Map.of(
                Locale.ITALIAN,
                "I pagamenti, e con loro il negozio, potrebbero fermarsi; riprendono da soli.",
                Locale.ENGLISH,
                "Payments, and the shop with them, may stop; they go on by themselves."));
        return new Maintenance(
                new MaintenanceId(id),
                title,
                Optional.of(detail),
                List.of(PAYMENTS, SHOP),
                start,
                start.plus(Duration.ofMinutes(minutes)),
                false);
    }

    /** The page at a time, with these works. */
    public static PageModel on(PageModel model, Instant now, Maintenance... works) {
        var planned = Stream.of(works)
                .sorted(Maintenance.IN_ORDER)
                .map(one -> new Planned(one, one.stage(now)))
                .toList();
        return new PageModel(
                model.identity(),
                model.languages(),
                model.texts(),
                model.catalog(),
                model.states(),
                model.incidents(),
                model.posts(),
                planned,
                now,
                model.demonstration(),
                model.history(),
                model.branding());
    }
}
