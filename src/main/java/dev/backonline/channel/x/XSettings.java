package dev.backonline.channel.x;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import dev.backonline.channel.access.KeySet;
import dev.backonline.channel.access.Renewals;
import dev.backonline.channel.oauth.RefreshGrant.Client;
import dev.backonline.channel.oauth.SigningKeys;
import java.net.URI;
import java.util.List;
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
        var signing = new KeySet(
                "OAuth 1.0a",
                List.of(
                        KeySet.Key.of("consumer-key", consumerKey),
                        KeySet.Key.of("consumer-secret", consumerSecret),
                        KeySet.Key.of("access-token", accessToken),
                        KeySet.Key.of("access-token-secret", accessTokenSecret)),
                Optional.empty());
        var trading = new KeySet(
                "OAuth 2.0",
                List.of(KeySet.Key.of("client-id", clientId), KeySet.Key.of("refresh-token", refreshToken)),
                Optional.of(KeySet.Key.of("client-secret", clientSecret)));
        return KeySet.mistakes(signing, trading);
    }

    /** OAuth 1.0a: these four sign every request; empty for OAuth 2.0. */
    Optional<SigningKeys> signing() {
        return consumerKey.flatMap(key -> consumerSecret.flatMap(secret -> accessToken.flatMap(
                token -> accessTokenSecret.map(tokenSecret -> new SigningKeys(key, secret, token, tokenSecret)))));
    }

    /** OAuth 2.0: requests bear a token that is traded again and again. */
    Client client() {
        return new Client(clientId.map(Secret::value).orElse(""), clientSecret, refreshToken);
    }

    String origin() {
        return Renewals.digest(
                api.toString(), client().id(), refreshToken.map(Secret::value).orElse(""));
    }

    /** Whether requests are signed. */
    boolean isSigned() {
        return consumerKey.isPresent();
    }
}
