package dev.backonline.page.feed;

import dev.backonline.catalog.ServiceState;
import dev.backonline.page.PageModel;
import java.util.List;

/** Says the state of everything in Statuspage's words, which its clients compare with and never translate. */
final class Indicator {
    private Indicator() {}

    /** Four indicators only: strict clients reject the fifth one, {@code maintenance}. */
    static Statuspage.Headline of(PageModel model) {
        var states = model.catalog().services().keySet().stream()
                .flatMap(service -> model.state(service).stream())
                .toList();
        return switch (worst(states)) {
            case OPERATIONAL -> new Statuspage.Headline("none", "All Systems Operational");
            case UNDER_MAINTENANCE -> new Statuspage.Headline("none", "Service Under Maintenance");
            case DEGRADED_PERFORMANCE -> new Statuspage.Headline("minor", "Partially Degraded Service");
            case PARTIAL_OUTAGE -> new Statuspage.Headline("major", "Partial System Outage");
            case MAJOR_OUTAGE ->
                isEverywhere(states)
                        ? new Statuspage.Headline("critical", "Major System Outage")
                        : new Statuspage.Headline("major", "Partial System Outage");
        };
    }

    static String impact(ServiceState state) {
        return switch (state) {
            case OPERATIONAL, UNDER_MAINTENANCE -> "none";
            case DEGRADED_PERFORMANCE -> "minor";
            case PARTIAL_OUTAGE -> "major";
            case MAJOR_OUTAGE -> "critical";
        };
    }

    static ServiceState worst(List<ServiceState> states) {
        return states.stream().reduce(ServiceState.OPERATIONAL, ServiceState::worst);
    }

    private static boolean isEverywhere(List<ServiceState> states) {
        return states.stream().allMatch(state -> state == ServiceState.MAJOR_OUTAGE);
    }
}
