package dev.backonline.catalog;

import java.util.Optional;
import java.util.Set;

/** Something users know by name, and may notice problems with. */
public record Service(
        ServiceId id,
        Translated name,
        Optional<Group> group,
        Set<ServiceId> dependsOn,
        Optional<Translated> workaround) {
    public Service {
        dependsOn = Set.copyOf(dependsOn);
        if (dependsOn.contains(id)) {
            throw new IllegalArgumentException("service '%s' should not depend on itself".formatted(id));
        }
    }
}
