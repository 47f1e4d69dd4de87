package dev.backonline.channel.x;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the file says of an {@code x} channel: the credentials of OAuth 1.0a or those of OAuth 2.0. */
public record XSettings(
        @Setting(value = "The address of the network's API.", fallback = "https://api.x.com")
        URI api,

        @Setting(value = "OAuth 1.0a: the app's API key.", example = "\"${env:X_CONSUMER_KEY}\"")
        Optional<Secret> consumerKey,

        @Setting(value = "OAuth 1.0a: the app's API key secret.", example = "\"${env:X_CONSUMER_SECRET}\"")
        Optional<Secret> consumerSecret,

        @Setting(value = "OAuth 1.0a: the account's access token for the app.", example = "\"${env:X_ACCESS_TOKEN}\"")
        Optional<Secret> accessToken,

        @Setting(value = "OAuth 1.0a: the secret of that access token.", example = "\"${env:X_ACCESS_TOKEN_SECRET}\"")
        Optional<Secret> accessTokenSecret,

        @Setting(value = "OAuth 2.0: the app's client ID.", example = "\"${env:X_CLIENT_ID}\"")
        Optional<Secret> clientId,

        @Setting(
                value = "OAuth 2.0: the client secret, if the app is a confidential one.",
                example = "\"${env:X_CLIENT_SECRET}\"")
        Optional<Secret> clientSecret,

        @Setting(
                value =
                        "OAuth 2.0: the refresh token that the account has given the app; the bot keeps those that follow from it.",
                example = "\"${file:/run/secrets/x-refresh}\"")
        Optional<Secret> refreshToken,

        @Setting(
                value =
                        "Whether follow-ups reply to the post before (experimental: most plans forbid it), or stand alone (off).",
                fallback = "off")
        Threading thread,

        @Setting(
                value =
                        "Whether posts hold the address of the incident's page; X asks a many times higher price for a post with an address.",
                fallback = "false")
        boolean links) {

    /** Whether follow-ups are replies. */
    public enum Threading {
        OFF,
        EXPERIMENTAL
    }

    /** What is wrong with the two sets of credentials. */
    List<String> mistakes() {
        var first = signing();
        var second = new LinkedHashMap<>(trading());
        clientSecret.ifPresent(secret -> second.put("client-secret", clientSecret));
        if (isAnyOf(first) && isAnyOf(second)) {
            return List.of("has keys of OAuth 1.0a (%s) and of OAuth 2.0 (%s): take one of the two sets"
                    .formatted(String.join(", ", first.keySet()), String.join(", ", second.keySet())));
        }
        if (isAnyOf(first)) {
            return lacking("OAuth 1.0a", first);
        }
        return isAnyOf(second)
                ? lacking("OAuth 2.0", trading())
                : List.of("needs the credentials of OAuth 1.0a (%s) or of OAuth 2.0 (%s)"
                        .formatted(String.join(", ", first.keySet()), String.join(", ", second.keySet())));
    }

    /** OAuth 1.0a: these four sign every request. */
    private Map<String, Optional<Secret>> signing() {
        var keys = new LinkedHashMap<String, Optional<Secret>>();
        keys.put("consumer-key", consumerKey);
        keys.put("consumer-secret", consumerSecret);
        keys.put("access-token", accessToken);
        keys.put("access-token-secret", accessTokenSecret);
        return keys;
    }

    /** OAuth 2.0: without these nothing can be traded. */
    private Map<String, Optional<Secret>> trading() {
        var keys = new LinkedHashMap<String, Optional<Secret>>();
        keys.put("client-id", clientId);
        keys.put("refresh-token", refreshToken);
        return keys;
    }

    private static boolean isAnyOf(Map<String, Optional<Secret>> keys) {
        return keys.values().stream().anyMatch(Optional::isPresent);
    }

    private static List<String> lacking(String name, Map<String, Optional<Secret>> keys) {
        var missing = keys.entrySet().stream()
                .filter(key -> key.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        return missing.isEmpty()
                ? List.of()
                : List.of("lacks %s, without which %s can't work".formatted(String.join(" and ", missing), name));
    }

    /** Whether requests are signed; otherwise they bear a token that is traded again and again. */
    boolean isSigned() {
        return consumerKey.isPresent();
    }
}
