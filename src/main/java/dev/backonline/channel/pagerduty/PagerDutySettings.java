package dev.backonline.channel.pagerduty;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import java.net.URI;

/** What the file says of a {@code pagerduty} channel. */
public record PagerDutySettings(
        @Setting(
                value = "The integration key of a service of PagerDuty's, of the type Events API v2.",
                example = "${env:PAGERDUTY_KEY}")
        Secret routingKey,

        @Setting(
                value = "Where PagerDuty takes events; for accounts in Europe https://events.eu.pagerduty.com.",
                fallback = "https://events.pagerduty.com")
        URI api) {}
