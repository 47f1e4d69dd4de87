package dev.backonline.page.brand;

import dev.backonline.catalog.Setting;
import dev.backonline.catalog.Translated;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;

/** An address that the page leads to, and what it is called. */
@RegisterForReflection
public record NamedLink(
        @Setting(value = "What it is called, as one text or by language.", example = "Help")
        Translated name,

        @Setting(value = "Where it leads to.", example = "https://help.example.org")
        URI url) {}
