package dev.backonline.config;

import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Identity;
import dev.backonline.incident.Publishing;
import dev.backonline.message.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All of one {@code backonline.yaml}, free of mistakes. {@code languages} are those of the page and of any channel. */
public record BotConfig(
        Identity identity,
        List<ServicePlan> services,
        List<CheckPlan<?>> canaries,
        Publishing publishing,
        List<ChannelPlan<?>> channels,
        Map<Locale, Language> languages) {
    public BotConfig {
        services = List.copyOf(services);
        canaries = List.copyOf(canaries);
        channels = List.copyOf(channels);
        languages = Map.copyOf(languages);
    }

    public Catalog catalog() {
        return Catalog.of(services.stream().map(ServicePlan::service).toList());
    }
}
