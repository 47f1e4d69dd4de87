package dev.backonline.operator.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.catalog.Catalog;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What can be spoken of, and in which languages: {@code /operator/services}. */
public final class ServiceRoutes {
    private final Supplier<Catalog> catalog;
    private final Supplier<List<Locale>> languages;

    /** The first of the {@code languages} stands in for the others. */
    public ServiceRoutes(Supplier<Catalog> catalog, Supplier<List<Locale>> languages) {
        this.catalog = catalog;
        this.languages = languages;
    }

    public void mount(Hatch hatch) {
        hatch.show("/operator/services", _ -> list());
    }

    private Said list() {
        var body = JsonNodeFactory.instance.objectNode();
        var spoken = languages.get();
        var tags = body.putArray("languages");
        spoken.forEach(language -> tags.add(language.toLanguageTag()));
        var services = body.putArray("services");
        catalog.get()
                .services()
                .values()
                .forEach(service -> services.addObject()
                        .put("id", service.id().value())
                        .put("name", service.name().in(spoken.getFirst())));
        return Said.shown(body);
    }
}
