package dev.backonline.check;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A host and a port to connect to, such as {@code chat.example.org:443} or {@code [2001:db8::1]:53}. */
public record Endpoint(String host, int port) {
    private static final Pattern FORM =
            Pattern.compile("(?:\\[([0-9a-fA-F:.]+(?:%[\\w.-]+)?)]|([^\\s:/\\[\\]]+)):(\\d{1,5})");
    /** A port is 16 bits wide (RFC 9293, 3.1). */
    private static final int LAST_PORT = 65_535;

    public Endpoint {
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("port %d should be between 1 and %d".formatted(port, LAST_PORT));
        }
    }

    public static Endpoint parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("'%s' should be like 'chat.example.org:443'".formatted(text));
        }
        var host = match.group(1) != null ? match.group(1) : match.group(2);
        return new Endpoint(host, Integer.parseInt(match.group(3)));
    }

    @Override
    public String toString() {
        return host.contains(":") ? "[%s]:%d".formatted(host, port) : host + ":" + port;
    }

    /** Finds the host that settings speak of: that of their first address or endpoint, whatever kind of check they are for. */
    static final class Whereabouts {
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
                throw new IllegalStateException(
                        settings.getClass() + " should be registered for reflection", unregistered);
            }
        }
    }
}
