package dev.backonline.channel.nostr;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import java.util.List;
import java.util.Optional;

/** What the file says of a {@code nostr} channel. */
public record NostrSettings(
        @Setting(
                value = "The relays that are given each post, all at once. One that takes it is enough.",
                example = "[\"wss://relay.example.org\", \"wss://relay.example.net\"]")
        List<RelayAddress> relays,

        @Setting(
                value = "The account's secret key, as 64 hexadecimal digits. Whoever has it is the account, for ever.",
                example = "${env:NOSTR_KEY}")
        Secret key,

        @Setting(
                value = "Where people may look at a post; `{id}` is replaced by its id.",
                example = "\"https://nostr.example.org/{id}\"")
        Optional<String> link) {
    public NostrSettings {
        relays = List.copyOf(relays);
    }
}
