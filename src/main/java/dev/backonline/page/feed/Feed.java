package dev.backonline.page.feed;

import dev.backonline.incident.Incident;
import dev.backonline.page.Narrator;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The history as a feed: one entry for each incident, the newest first, whose id never changes and whose time moves with each
 * update, so that a reader shows it once and learns how it ended. Times are RFC 3339.
 */
@RegisterForReflection
record Feed(
        String language,
        String id,
        String title,
        String author,
        String updated,
        String alternate,
        String self,
        List<FeedEntry> entries) {
    /** As many as Statuspage's feeds have. */
    private static final int MOST = 50;

    /** One incident. */
    @RegisterForReflection
    record FeedEntry(String id, String title, String link, String published, String updated, String content) {}

    /** The feed at a path; that of one language begins with its tag. */
    static Feed of(Narrator narrator, String path) {
        var model = narrator.model();
        var identity = model.identity();
        var own = path.contains("/");
        var incidents = model.incidents().stream().limit(MOST).toList();
        var updated = incidents.stream()
                .map(incident -> incident.latest().at())
                .max(Comparator.naturalOrder())
                .orElse(model.at());
        return new Feed(
                narrator.tag(),
                tag(narrator, ":/" + (own ? narrator.tag() + "/" : "") + "history"),
                narrator.word("feed-title", Map.of("page", narrator.page())),
                narrator.page(),
                narrator.timepiece().machine(updated),
                identity.at(own ? narrator.tag() + "/" : "").toString(),
                identity.at(path).toString(),
                incidents.stream().map(incident -> entry(narrator, incident)).toList());
    }

    private static FeedEntry entry(Narrator narrator, Incident incident) {
        return new FeedEntry(
                tag(narrator, ":Incident/" + incident.id()),
                narrator.title(incident),
                narrator.address(incident),
                narrator.timepiece().machine(incident.publishedAt()),
                narrator.timepiece().machine(incident.latest().at()),
                EntryText.of(narrator, incident));
    }

    private static String tag(Narrator narrator, String rest) {
        var host = narrator.model().identity().url().getHost();
        return "tag:" + (host == null ? "localhost" : host) + ",2005" + rest;
    }
}
