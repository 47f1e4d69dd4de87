package dev.backonline.channel.threads;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import dev.backonline.channel.api.Requests;
import java.net.URI;
import java.util.Map;

/** What the file says of a {@code threads} channel. */
public record ThreadsSettings(
        @Setting(value = "Where the API is.", fallback = "https://graph.threads.net")
        URI api,

        @Setting(value = "The number of the profile, or `me` for the token's own.", fallback = "me")
        String user,

        @Setting(
                value = "A long-lived token of the profile, with `threads_basic`, `threads_content_publish`,"
                        + " `threads_manage_replies` and `threads_read_replies`.",
                example = "${env:THREADS_TOKEN}")
        Secret token,

        @Setting(
                value =
                        "Whether the bot renews the token, which ends after 60 days, every week and keeps it under `BACKONLINE_KEY`."
                                + " Without it somebody has to: say when by `expires`.",
                fallback = "true")
        boolean renew) {
    Requests requests() {
        return new Requests(api, Map.of(), ThreadsKind.FOR_QUESTION);
    }
}
