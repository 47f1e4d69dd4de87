package dev.backonline.channel.linkedin;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import java.net.URI;

/** What the file says of a {@code linkedin} channel. */
public record LinkedInSettings(
        @Setting(value = "Where the API is.", fallback = "https://api.linkedin.com")
        URI api,

        @Setting(value = "The number of the organisation's page.", example = "\"5515715\"")
        String organization,

        @Setting(
                value = "A token of somebody who may post for the page, with `w_organization_social` and"
                        + " `r_organization_social`. It ends after 60 days: say when by `expires`.",
                example = "${env:LINKEDIN_TOKEN}")
        Secret token,

        @Setting(
                value = "The version of the API, a year and a month. Each ends after about a year, so take a new one.",
                example = "\"202610\"")
        String version) {}
