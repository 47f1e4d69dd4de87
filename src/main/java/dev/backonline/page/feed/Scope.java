package dev.backonline.page.feed;

import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.page.Narrator;
import java.util.List;
import java.util.Optional;

/** What a feed is about and where it is: everything or one service, at the root or under a language's path. */
record Scope(Narrator narrator, boolean underLanguage, Optional<Service> service) {
    /** The folder of its documents, such as {@code en/services/shop/}; empty: the root. */
    String folder() {
        return page() + service.map(one -> "services/" + one.id() + "/").orElse("");
    }

    /** The path of the page that people read instead. */
    String page() {
        return underLanguage ? narrator.tag() + "/" : "";
    }

    String name() {
        return service.map(one -> narrator.page() + " · " + narrator.name(one.id()))
                .orElseGet(narrator::page);
    }

    boolean isAbout(List<ServiceId> services) {
        return service.map(one -> services.contains(one.id())).orElse(true);
    }
}
