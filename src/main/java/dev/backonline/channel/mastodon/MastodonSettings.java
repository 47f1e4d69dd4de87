package dev.backonline.channel.mastodon;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import java.net.URI;

/** What the file says of a {@code mastodon} channel. */
public record MastodonSettings(
        @Setting(value = "The server that the account is on.", example = "https://social.example")
        URI server,

        @Setting(
                value =
                        "The access token of an application of the account, with the scopes write:statuses, read:statuses and read:accounts.",
                example = "${file:/run/secrets/mastodon}")
        Secret token,

        @Setting(
                value =
                        "Who sees the posts: public, unlisted (not in public timelines), private (followers only), or direct (nobody but the account).",
                fallback = "public")
        Visibility visibility,

        @Setting(
                value =
                        "How long a post may be on this server, in characters as people count them; each address counts 23.",
                fallback = "500")
        int maxCharacters) {

    /** Who sees a post; the names are Mastodon's. */
    public enum Visibility {
        PUBLIC,
        UNLISTED,
        PRIVATE,
        DIRECT
    }
}
