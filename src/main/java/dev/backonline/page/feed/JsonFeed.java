package dev.backonline.page.feed;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** The feed in the format of jsonfeed.org, version 1.1. */
@RegisterForReflection
record JsonFeed(
        String version,
        String title,
        String homePageUrl,
        String feedUrl,
        String language,
        List<Author> authors,
        List<Item> items) {

    /** Who writes it. */
    @RegisterForReflection
    record Author(String name) {}

    /** One incident. */
    @RegisterForReflection
    record Item(String id, String url, String title, String contentHtml, String datePublished, String dateModified) {}

    static JsonFeed of(Feed feed) {
        return new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                feed.title(),
                feed.alternate(),
                feed.self(),
                feed.language(),
                List.of(new Author(feed.author())),
                feed.entries().stream().map(JsonFeed::item).toList());
    }

    private static Item item(Entries.FeedEntry entry) {
        return new Item(entry.id(), entry.link(), entry.title(), entry.content(), entry.published(), entry.updated());
    }
}
