package dev.backonline.bench;

import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Group;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.catalog.Translated;
import dev.backonline.incident.Incident;
import dev.backonline.page.PageModel;
import dev.backonline.page.Piazza;
import dev.backonline.page.Plot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A big page: 50 services in ten groups, 200 incidents of four to seven updates over most of a year, in two languages. */
final class Crowd {
    private static final int SERVICES = 50;
    private static final int GROUPS = 10;
    private static final int INCIDENTS = 200;
    private static final Duration BETWEEN = Duration.ofHours(40);

    private Crowd() {}

    /** As it is after so many changes: the newest incident is open and has told that it goes on so many times. */
    static PageModel after(int changes) {
        return Piazza.model(catalog(), incidents(changes), Map.of());
    }

    private static Catalog catalog() {
        return Catalog.of(IntStream.range(0, SERVICES)
                .mapToObj(number -> new Service(
                        id(number),
                        Translated.same("Service number " + number),
                        Optional.of(new Group("Group " + number % GROUPS)),
                        Set.of(),
                        Optional.empty()))
                .toList());
    }

    private static List<Incident> incidents(int changes) {
        List<Incident> incidents = new ArrayList<>();
        incidents.add(open(changes));
        IntStream.range(1, INCIDENTS).mapToObj(Crowd::over).forEach(incidents::add);
        return incidents;
    }

    private static Incident open(int changes) {
        var plot = plot(0);
        for (var change = 1; change <= changes; change++) {
            plot.still(1 + change);
        }
        return plot.open();
    }

    private static Incident over(int number) {
        var plot = plot(number);
        for (var still = 0; still <= number % 4; still++) {
            plot.still(21 + 20 * still);
        }
        return plot.recovering(105).over(110);
    }

    private static Plot plot(int number) {
        return Plot.of(
                "abcdef%06d".formatted(number),
                Piazza.EVENING.minus(BETWEEN.multipliedBy(number)),
                ServiceState.MAJOR_OUTAGE,
                id(number % SERVICES),
                id((number + 1) % SERVICES));
    }

    private static ServiceId id(int number) {
        return new ServiceId("service-" + number);
    }
}
