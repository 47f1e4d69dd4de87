package dev.backonline.check.socket;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import dev.backonline.check.Endpoint;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The keys of a check of type {@code websocket}. */
@RegisterForReflection
public record WebSocketSettings(
        @Setting(value = "The address that is connected to, ws or wss.", example = "wss://chat.example.org/live")
        Address url,

        @Setting(
                value = "Headers of the handshake, by name.",
                fallback = "{}",
                example = "{ origin: https://chat.example.org }")
        Map<String, Secret> headers,

        @Setting(value = "A text message that is sent when hands are shaken.", example = "'{\"ping\":1}'")
        Optional<Secret> send,

        @Setting(
                value = "Text that a message from there should contain; without it, the handshake is enough.",
                example = "pong")
        Optional<String> expect,

        @Setting(value = "All that should be done within this time; later is slow.", example = "1s")
        Optional<Duration> within) {
    public WebSocketSettings {
        headers = Map.copyOf(headers);
    }

    /** Where a WebSocket is (RFC 6455, 3). */
    public record Address(URI value) {
        public static Address parse(String text) {
            try {
                var value = new URI(text);
                var known = "ws".equalsIgnoreCase(value.getScheme()) || "wss".equalsIgnoreCase(value.getScheme());
                if (known && value.getHost() != null && value.getRawFragment() == null) {
                    return new Address(value);
                }
            } catch (URISyntaxException _) {
                // The same is wrong with it.
            }
            throw new IllegalArgumentException("'%s' should be like 'wss://chat.example.org/live'".formatted(text));
        }

        boolean isSecure() {
            return "wss".equalsIgnoreCase(value.getScheme());
        }

        Endpoint endpoint() {
            var host = value.getHost();
            var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
            return new Endpoint(bare, value.getPort() > 0 ? value.getPort() : isSecure() ? 443 : 80);
        }

        /** What stands in the first line of the handshake. */
        String resource() {
            var path = value.getRawPath().isEmpty() ? "/" : value.getRawPath();
            return value.getRawQuery() == null ? path : path + "?" + value.getRawQuery();
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }
}
