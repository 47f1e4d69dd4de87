package dev.backonline.check.socket;

import dev.backonline.catalog.Setting;
import dev.backonline.check.Endpoint;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The keys of a check of type {@code tls}. */
@RegisterForReflection
public record TlsSettings(
        @Setting(
                value = "The host and port whose certificate is looked at; it should be for that host.",
                example = "chat.example.org:443")
        Endpoint host,

        @Setting(value = "The certificate should be good for at least so many days more.", fallback = "14")
        int daysLeft) {}
