package dev.backonline.page;

import static dev.backonline.page.Piazza.CALLS;
import static dev.backonline.page.Piazza.EVENING;
import static dev.backonline.page.Piazza.MESSAGES;
import static dev.backonline.page.Piazza.PAYMENTS;
import static dev.backonline.page.Piazza.PHOTOS;

import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Incident;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A situation that the page must show well. */
public record Scene(String name, PageModel model) {
    public static final Scene CALM = new Scene("calm", Piazza.with());
    public static final Scene OUTAGE = new Scene("outage", Piazza.with(outage(), earlier()));
    public static final Scene WATCHED =
            new Scene("watched", Piazza.with(plot().still(21).recovering(39).watched()));
    public static final Scene RESOLVED = new Scene("resolved", Piazza.with(over()));
    public static final Scene SEVERAL = new Scene(
            "several",
            Piazza.model(
                    Piazza.catalog(),
                    List.of(payments(), over(), earlier()),
                    Map.of(
                            over().id(),
                            List.of(
                                    new PostLink(
                                            "town-square",
                                            Locale.ITALIAN,
                                            URI.create("https://social.example/@piazza/1")),
                                    new PostLink("sky", Locale.ENGLISH, URI.create("https://sky.example/post/2"))))));

    public static Stream<Scene> all() {
        return Stream.of(CALM, OUTAGE, WATCHED, RESOLVED, SEVERAL);
    }

    /** The incident that is over in some of the scenes. */
    public static Incident over() {
        return plot().still(21).recovering(39).over(40);
    }

    private static Plot plot() {
        return Plot.of("abcdef000001", EVENING, ServiceState.MAJOR_OUTAGE, MESSAGES, PHOTOS);
    }

    private static Incident outage() {
        return plot().still(21)
                .worse(30, MESSAGES, PHOTOS, CALLS)
                .still(50)
                .still(70)
                .open();
    }

    private static Incident payments() {
        return Plot.of("abcdef000002", EVENING.plus(Duration.ofHours(1)), ServiceState.DEGRADED_PERFORMANCE, PAYMENTS)
                .open();
    }

    private static Incident earlier() {
        return Plot.of("abcdef000003", EVENING.minus(Duration.ofDays(3)), ServiceState.PARTIAL_OUTAGE, PAYMENTS)
                .over(12);
    }
}
