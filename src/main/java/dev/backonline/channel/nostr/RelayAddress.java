package dev.backonline.channel.nostr;

import java.net.URI;
import java.net.URISyntaxException;

/** Where a relay is: the address of a WebSocket (RFC 6455, 3). */
public record RelayAddress(URI value) {
    public static RelayAddress parse(String text) {
        try {
            var value = new URI(text);
            var known = "ws".equalsIgnoreCase(value.getScheme()) || "wss".equalsIgnoreCase(value.getScheme());
            if (known && value.getHost() != null && value.getRawFragment() == null) {
                return new RelayAddress(value);
            }
        } catch (URISyntaxException _) {
            // The same is wrong with it.
        }
        throw new IllegalArgumentException("'%s' should be like 'wss://relay.example.org'".formatted(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
