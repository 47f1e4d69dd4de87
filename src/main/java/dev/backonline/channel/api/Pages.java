package dev.backonline.channel.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Sighting;
import dev.backonline.outbox.Posted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks through a list of posts as far as it may be: {@code ask} for a page, read it, go on. {@code unread} says what a page that can't
 * be read means; {@code tooMany}, in words for operators, that the list goes on beyond what is looked at. Blocks; never throws.
 */
public record Pages<R>(Function<String, R> ask, PageReading<R> reading, Function<R, Sighting> unread, String tooMany) {

    /** What one answer lists, and the path to what comes after it. */
    public record Page(List<JsonNode> posts, Optional<String> next) {
        public Page {
            posts = List.copyOf(posts);
        }

        /** All that there is, or all that is asked for. */
        public static Page last(JsonNode posts) {
            return of(posts, Optional.empty());
        }

        public static Page of(JsonNode posts, Optional<String> next) {
            return new Page(posts.valueStream().toList(), next);
        }
    }

    /** How a network lists posts; empty if the answer is no list. */
    @FunctionalInterface
    public interface PageReading<R> {
        Optional<Page> page(String path, R reply);
    }

    /** The path with another value of this parameter, which says where a page begins. */
    public static String with(String path, String parameter, String value) {
        return "%s&%s=%s"
                .formatted(
                        path.replaceFirst("&" + parameter + "=[^&]*", ""), parameter, BodyFormat.FORM.escaped(value));
    }

    /** What the first page tells. */
    public Sighting first(String path, Function<List<JsonNode>, Sighting> choice) {
        var reply = ask.apply(path);
        return reading.page(path, reply).map(page -> choice.apply(page.posts())).orElseGet(() -> unread.apply(reply));
    }

    /** Page by page, until one has what is looked for. */
    public Sighting each(String path, int mostPages, Function<List<JsonNode>, Optional<Posted>> choice) {
        var at = path;
        for (var number = 0; number < mostPages; number++) {
            var reply = ask.apply(at);
            var page = reading.page(at, reply);
            if (page.isEmpty()) {
                return unread.apply(reply);
            }
            var found = choice.apply(page.get().posts());
            if (found.isPresent() || page.get().next().isEmpty()) {
                return Sighting.of(found);
            }
            at = page.get().next().get();
        }
        return new Sighting.Unavailable(tooMany, Optional.empty());
    }

    /** The newest by its id on the first page: a pinned or edited post may stand elsewhere in the list. */
    public Sighting newest(String path, Function<JsonNode, Match.Listed> listed) {
        return first(
                path,
                posts -> Sighting.of(posts.stream()
                        .map(post -> listed.apply(post).posted())
                        .filter(posted -> !posted.id().isEmpty())
                        .max(Comparator.comparing(Posted::id, Match.BY_ID))));
    }

    /** Of those that may be it the oldest, should there be several, on the first page that has one; the list begins with the newest. */
    public Sighting oldest(String path, int mostPages, Match match, Function<JsonNode, Match.Listed> listed) {
        return each(
                path, mostPages, posts -> match.among(posts.reversed().stream().map(listed)));
    }

    /** All pages at once. */
    public Sighting all(String path, int mostPosts, Function<List<JsonNode>, Sighting> choice) {
        var posts = new ArrayList<JsonNode>();
        var next = Optional.of(path);
        while (next.isPresent()) {
            var at = next.get();
            var reply = ask.apply(at);
            var page = reading.page(at, reply);
            if (page.isEmpty()) {
                return unread.apply(reply);
            }
            posts.addAll(page.get().posts());
            next = page.get().next();
            if (next.isPresent() && (posts.size() >= mostPosts || next.get().equals(at))) {
                return new Sighting.Unavailable(tooMany, Optional.empty());
            }
        }
        return choice.apply(posts);
    }
}
