package dev.backonline.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/** All services, in the order of the file: the order in which people read them. */
public record Catalog(SequencedMap<ServiceId, Service> services) {
    public Catalog {
        services = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(services));
    }

    public static Catalog of(List<Service> services) {
        var byId = new LinkedHashMap<ServiceId, Service>();
        services.forEach(service -> byId.put(service.id(), service));
        return new Catalog(byId);
    }

    public Optional<Service> find(ServiceId id) {
        return Optional.ofNullable(services.get(id));
    }

    /** The same services in the order of the file; those that were removed from it are left out. */
    public List<ServiceId> ordered(Collection<ServiceId> ids) {
        if (ids.size() == 1) {
            return find(ids.iterator().next()).map(Service::id).stream().toList();
        }
        return services.keySet().stream().filter(ids::contains).toList();
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

    /** Whether the first depends on the second. */
    public boolean dependsOn(ServiceId one, ServiceId other) {
        return find(one).map(service -> service.dependsOn().contains(other)).orElse(false);
    }

    public boolean sameGroup(ServiceId one, ServiceId other) {
        var group = find(one).flatMap(Service::group);
        return group.isPresent() && group.equals(find(other).flatMap(Service::group));
    }
}
