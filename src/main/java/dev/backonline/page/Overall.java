package dev.backonline.page;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import java.util.List;
import java.util.Optional;

/** The state of everything: its tone, the services that make it so, and others that have lesser trouble. */
public record Overall(Tone tone, List<ServiceId> worst, List<ServiceId> also) {

    public static Overall of(PageModel model) {
        var services = List.copyOf(model.catalog().services().keySet());
        var state = worstOf(model);
        if (state.isEmpty()) {
            return new Overall(Tone.UNKNOWN, List.of(), List.of());
        }
        if (state.get() == ServiceState.OPERATIONAL) {
            return new Overall(model.open().isEmpty() ? Tone.WORKING : Tone.WATCHING, List.of(), List.of());
        }
        var worst =
                services.stream().filter(id -> model.state(id).equals(state)).toList();
        var also = services.stream()
                .filter(id -> model.state(id).filter(ServiceState::isTrouble).isPresent() && !worst.contains(id))
                .toList();
        return new Overall(Tone.of(state), worst, also);
    }

    private static Optional<ServiceState> worstOf(PageModel model) {
        return model.catalog().services().keySet().stream()
                .flatMap(id -> model.state(id).stream())
                .reduce(ServiceState::worst);
    }
}
