package dev.backonline.channel.oauth;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Keyring;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.access.Access;
import dev.backonline.channel.access.BearerAccess;
import dev.backonline.channel.access.ClosedAccess;
import dev.backonline.channel.access.KeySet;
import dev.backonline.channel.access.Renewals;
import dev.backonline.channel.oauth.RefreshGrant.Client;
import dev.backonline.channel.oauth.RefreshGrant.Counter;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What a file says of an account on a network that takes OAuth 1.0a as well as 2.0: it has to be one of the two. */
public record AccountKeys(Signing signing, Trading trading) {
    private static final String KEEPS_NONE =
            "OAuth 2.0 gives a new refresh token for each one used, and here none can be kept: only the running bot may ask";

    /** OAuth 1.0a: these four sign every request. */
    public record Signing(
            Optional<Secret> consumerKey,
            Optional<Secret> consumerSecret,
            Optional<Secret> accessToken,
            Optional<Secret> accessTokenSecret) {
        private KeySet names() {
            var needed = List.of(
                    KeySet.Key.of("consumer-key", consumerKey),
                    KeySet.Key.of("consumer-secret", consumerSecret),
                    KeySet.Key.of("access-token", accessToken),
                    KeySet.Key.of("access-token-secret", accessTokenSecret));
            return new KeySet("OAuth 1.0a", needed, Optional.empty());
        }

        private Optional<SigningKeys> all() {
            return consumerKey.flatMap(key -> consumerSecret.flatMap(secret -> accessToken.flatMap(
                    token -> accessTokenSecret.map(tokenSecret -> new SigningKeys(key, secret, token, tokenSecret)))));
        }
    }

    /** OAuth 2.0: requests bear a token that is traded again and again. */
    public record Trading(Optional<Secret> clientId, Optional<Secret> clientSecret, Optional<Secret> refreshToken) {
        private KeySet names() {
            var needed = List.of(KeySet.Key.of("client-id", clientId), KeySet.Key.of("refresh-token", refreshToken));
            return new KeySet("OAuth 2.0", needed, Optional.of(KeySet.Key.of("client-secret", clientSecret)));
        }

        private Client client() {
            return new Client(clientId.map(Secret::value).orElse(""), clientSecret, refreshToken);
        }

        private String origin(URI api) {
            return Renewals.digest(
                    api.toString(),
                    client().id(),
                    refreshToken.map(Secret::value).orElse(""));
        }
    }

    /** What is wrong with the two sets. */
    public List<String> mistakes() {
        return KeySet.mistakes(signing.names(), trading.names());
    }

    /** Whether what opens the door changes, and has to be kept. */
    public boolean rotate() {
        return signing.consumerKey().isEmpty();
    }

    /** Where fresh tokens can't be kept, none is asked for: the network would take back the one in the file for it. */
    public Access access(Outfit outfit, URI api, Counter counter) {
        return signing.all()
                .<Access>map(keys -> new SignedAccess(outfit.wire(), keys))
                .orElseGet(() -> outfit.keyring().equals(Keyring.NONE)
                        ? new ClosedAccess(KEEPS_NONE)
                        : bearer(outfit, trading.origin(api), counter));
    }

    private Access bearer(Outfit outfit, String origin, Counter counter) {
        var grant = new RefreshGrant(outfit.wire(), counter, trading.client(), origin);
        var renewals = new Renewals(outfit.keyring(), grant, origin);
        return new BearerAccess(
                outfit.wire(), renewals, trading.client().secrets(), answered -> answered.status() == 401);
    }
}
