package dev.backonline.page;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The state of everything: its tone, the services that make it so, and others that have lesser trouble. */
public record Overall(Tone tone, List<ServiceId> worst, List<ServiceId> also) {

    static Overall of(PageModel model) {
        var state = worstOf(model);
        if (state.isEmpty()) {
            return new Overall(Tone.UNKNOWN, List.of(), List.of());
        }
        if (state.get() == ServiceState.OPERATIONAL) {
            return new Overall(model.open().isEmpty() ? Tone.WORKING : Tone.WATCHING, List.of(), List.of());
        }
        var worst = those(model, state.get()::equals);
        var also = those(model, one -> one.isTrouble() && one != state.get());
        return new Overall(Tone.of(state), worst, also);
    }

    private static List<ServiceId> those(PageModel model, Predicate<ServiceState> wanted) {
        return model.catalog().services().keySet().stream()
                .filter(id -> model.state(id).filter(wanted).isPresent())
                .toList();
    }

    private static Optional<ServiceState> worstOf(PageModel model) {
        return model.catalog().services().keySet().stream()
                .flatMap(id -> model.state(id).stream())
                .reduce(ServiceState::worst);
    }
}
