package dev.backonline.channel.oauth;

import dev.backonline.catalog.Secret;
import java.util.List;

/** What signs requests as RFC 5849 has it: the client's identifier and secret, and those of the token that the account has given it. */
public record SigningKeys(Secret client, Secret clientSecret, Secret token, Secret tokenSecret) {
    List<Secret> all() {
        return List.of(client, clientSecret, token, tokenSecret);
    }
}
