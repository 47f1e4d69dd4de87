package dev.backonline.page.feed;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The history as a feed: one entry for each incident, the newest first, whose id never changes and whose time moves with each
 * update, so that a reader shows it once and learns how it ended. {@code updated} is RFC 3339, {@code rfc822} the same for RSS.
 */
@RegisterForReflection
record Feed(
        String language,
        String id,
        String title,
        String author,
        String updated,
        String rfc822,
        String alternate,
        String self,
        List<Entries.FeedEntry> entries) {

    /** The feed of a scope; {@code file} is its name in the scope's folder. */
    static Feed of(Scope scope, Entries entries, String file) {
        var narrator = scope.narrator();
        var identity = narrator.model().identity();
        var told = entries.about(scope);
        var updated = told.stream()
                .map(Entries.Mention::updated)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new Feed(
                narrator.tag(),
                Entries.tag(narrator, ":/" + scope.folder() + "history"),
                narrator.word("feed-title", Map.of("page", scope.name())),
                narrator.page(),
                narrator.timepiece().machine(updated),
                narrator.timepiece().mail(updated),
                identity.at(scope.page()).toString(),
                identity.at(scope.folder() + file).toString(),
                told.stream().map(Entries.Mention::entry).toList());
    }
}
