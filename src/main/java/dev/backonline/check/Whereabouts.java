package dev.backonline.check;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** Finds the host that settings speak of: that of their first address or endpoint, whatever kind of check they are for. */
final class Whereabouts {
    private Whereabouts() {}

    static Optional<String> of(Record settings) {
        return Arrays.stream(settings.getClass().getRecordComponents())
                .flatMap(component -> host(value(settings, component)).stream())
                .findFirst();
    }

    /** A record of one component, such as an address with a form of its own, is as good as what is in it. */
    private static Optional<String> host(Object value) {
        return switch (value) {
            case URI address -> Optional.ofNullable(address.getHost());
            case Endpoint endpoint -> Optional.of(endpoint.host());
            case Optional<?> maybe -> maybe.flatMap(Whereabouts::host);
            case Record wrapped when wrapped.getClass().getRecordComponents().length == 1 -> of(wrapped);
            default -> Optional.empty();
        };
    }

    private static Object value(Record settings, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(settings);
        } catch (ReflectiveOperationException unregistered) {
            throw new IllegalStateException(settings.getClass() + " should be registered for reflection", unregistered);
        }
    }
}
