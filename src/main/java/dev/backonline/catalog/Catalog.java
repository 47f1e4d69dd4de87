package dev.backonline.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** All services, in the order of the file: the order in which people read them. */
public final class Catalog {
    private final SequencedMap<ServiceId, Service> services;
    /** There may be thousands, and they are put in order for every text. */
    private final Map<ServiceId, Integer> places = new HashMap<>();

    private final Map<Group, Set<ServiceId>> groups = new HashMap<>();
    private final Map<ServiceId, Set<ServiceId>> dependents = new HashMap<>();

    private Catalog(SequencedMap<ServiceId, Service> services) {
        this.services = Collections.unmodifiableSequencedMap(services);
        for (var service : services.values()) {
            var id = service.id();
            places.put(id, places.size());
            service.group().ifPresent(group -> among(groups, group).add(id));
            service.dependsOn().forEach(needed -> among(dependents, needed).add(id));
        }
    }

    private static <K> Set<ServiceId> among(Map<K, Set<ServiceId>> sets, K key) {
        return sets.computeIfAbsent(key, _ -> new LinkedHashSet<>());
    }

    public static Catalog of(List<Service> services) {
        var byId = new LinkedHashMap<ServiceId, Service>();
        services.forEach(service -> byId.put(service.id(), service));
        return new Catalog(byId);
    }

    public SequencedMap<ServiceId, Service> services() {
        return services;
    }

    public Optional<Service> find(ServiceId id) {
        return Optional.ofNullable(services.get(id));
    }

    /** The same services in the order of the file; those that were removed from it are left out. */
    public List<ServiceId> ordered(Collection<ServiceId> ids) {
        return ids.stream()
                .filter(places::containsKey)
                .distinct()
                .sorted(Comparator.comparing(places::get))
                .toList();
    }

    public List<String> names(Collection<ServiceId> ids, Locale language) {
        return ordered(ids).stream()
                .flatMap(id -> find(id).stream())
                .map(service -> service.name().in(language))
                .toList();
    }

    /** Whether the two are spoken of together: one group, or one depends on the other. */
    public boolean related(ServiceId one, ServiceId other) {
        return sameGroup(one, other) || dependsOn(one, other) || dependsOn(other, one);
    }

    /** All that are spoken of together with this one, itself first. */
    public Set<ServiceId> relatives(ServiceId id) {
        var all = new LinkedHashSet<>(Set.of(id));
        find(id).ifPresent(service -> {
            service.group().ifPresent(group -> all.addAll(groups.getOrDefault(group, Set.of())));
            all.addAll(service.dependsOn());
        });
        all.addAll(dependents.getOrDefault(id, Set.of()));
        return all;
    }

    /** Whether the first depends on the second. */
    public boolean dependsOn(ServiceId one, ServiceId other) {
        return find(one).map(service -> service.dependsOn().contains(other)).orElse(false);
    }

    public boolean sameGroup(ServiceId one, ServiceId other) {
        var group = find(one).flatMap(Service::group);
        return group.isPresent() && group.equals(find(other).flatMap(Service::group));
    }
}
