package dev.backonline.channel.x;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import dev.backonline.channel.oauth.AccountKeys;
import java.net.URI;
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

    AccountKeys keys() {
        var signing = new AccountKeys.Signing(consumerKey, consumerSecret, accessToken, accessTokenSecret);
        return new AccountKeys(signing, new AccountKeys.Trading(clientId, clientSecret, refreshToken));
    }
}
