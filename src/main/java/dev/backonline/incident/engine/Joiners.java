package dev.backonline.incident.engine;

import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Group;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Publishing;
import dev.backonline.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which open incident each new trouble belongs to. A service of the same group joins within {@code join-within} of the first failure;
 * one that depends on a member, at any time. When very much fails, each trouble looks only at the incidents of its relatives.
 */
final class Joiners {
    private final Catalog catalog;
    private final Publishing publishing;
    private final List<Incident> open;
    private final Map<Group, List<Integer>> byGroup = new HashMap<>();
    private final Map<ServiceId, List<Integer>> byMember = new HashMap<>();
    private final Map<IncidentId, List<Verdict.Trouble>> joining = new HashMap<>();

    Joiners(Catalog catalog, Publishing publishing, Collection<Incident> live, List<Verdict.Trouble> newlyTroubled) {
        this.catalog = catalog;
        this.publishing = publishing;
        this.open = live.stream()
                .filter(incident -> incident.isOpen() && !incident.isInHands())
                .toList();
        for (var place = 0; place < open.size(); place++) {
            enter(open.get(place), place);
        }
        if (!open.isEmpty()) {
            newlyTroubled.forEach(trouble -> of(trouble)
                    .ifPresent(incident -> joining.computeIfAbsent(incident.id(), _ -> new ArrayList<>())
                            .add(trouble)));
        }
    }

    private void enter(Incident incident, int place) {
        for (var member : incident.all()) {
            byMember.computeIfAbsent(member, _ -> new ArrayList<>()).add(place);
            group(member)
                    .ifPresent(group -> byGroup.computeIfAbsent(group, _ -> new ArrayList<>())
                            .add(place));
        }
    }

    private Optional<Group> group(ServiceId service) {
        return catalog.find(service).flatMap(Service::group);
    }

    /** The first that takes it in. */
    Optional<Incident> of(Verdict.Trouble trouble) {
        return open.isEmpty()
                ? Optional.empty()
                : Stream.concat(ofGroup(trouble), ofNeeded(trouble.service()))
                        .min(Comparator.naturalOrder())
                        .map(open::get);
    }

    private Stream<Integer> ofGroup(Verdict.Trouble trouble) {
        var within = publishing.joinWithin(trouble.service());
        return group(trouble.service()).map(byGroup::get).stream()
                .flatMap(List::stream)
                .filter(place ->
                        !trouble.since().isAfter(open.get(place).onset().plus(within)));
    }

    private Stream<Integer> ofNeeded(ServiceId service) {
        return catalog.find(service).stream()
                .flatMap(one -> one.dependsOn().stream())
                .flatMap(needed -> byMember.getOrDefault(needed, List.of()).stream());
    }

    /** The newly troubled that belong to it, in their order. */
    List<Verdict.Trouble> to(Incident incident) {
        return joining.getOrDefault(incident.id(), List.of());
    }
}
