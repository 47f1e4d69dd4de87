package dev.backonline.incident.engine;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Incident;
import dev.backonline.verdict.Verdict;
import java.util.List;

/** An incident as it would be told with new trouble in it, and the trouble that is new. */
record Claim(Incident incident, List<Verdict.Trouble> news) {
    Claim {
        news = List.copyOf(news);
    }

    List<ServiceId> services() {
        return news.stream().map(Verdict::service).toList();
    }

    /** The worst that it would tell for the first time. */
    ServiceState state() {
        return news.stream()
                .flatMap(trouble -> trouble.state().stream())
                .reduce(ServiceState.OPERATIONAL, ServiceState::worst);
    }
}
