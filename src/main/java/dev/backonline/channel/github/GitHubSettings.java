package dev.backonline.channel.github;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import java.net.URI;
import java.util.List;

/** What the file says of a {@code github} channel. */
public record GitHubSettings(
        @Setting(value = "The repository, as owner/name.", example = "example/status")
        String repository,

        @Setting(
                value = "A fine-grained access token for this repository alone, which may read and write issues.",
                example = "${env:GITHUB_TOKEN}")
        Secret token,

        @Setting(
                value = "Labels of each issue; those that the repository doesn't have are made.",
                fallback = "[]",
                example = "[incident]")
        List<String> labels,

        @Setting(
                value = "Where GitHub's API is; on a server of your own https://github.example/api/v3.",
                fallback = "https://api.github.com")
        URI api) {
    public GitHubSettings {
        labels = List.copyOf(labels);
    }
}
