package dev.backonline.channel.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.backonline.channel.Sighting;
import dev.backonline.outbox.Posted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Page n lists the posts n0 and n1, and leads to page n + 1. */
class PagesTest {
    private static final Sighting NO_LIST = new Sighting.Unavailable("no list", Optional.empty());

    private final List<String> asked = new ArrayList<>();

    private Pages<String> pages(int last) {
        return new Pages<>(
                path -> {
                    asked.add(path);
                    return path;
                },
                (path, _) -> page(Integer.parseInt(path), last),
                _ -> NO_LIST,
                "too many");
    }

    private static Optional<Pages.Page> page(int number, int last) {
        var posts = Stream.of(10 * number, 10 * number + 1)
                .<JsonNode>map(IntNode::new)
                .toList();
        var next = Optional.of(Integer.toString(number + 1)).filter(_ -> number < last);
        return number > 8 ? Optional.empty() : Optional.of(new Pages.Page(posts, next));
    }

    private static Optional<Posted> found(List<JsonNode> posts, int wanted) {
        return posts.stream()
                .filter(post -> post.asInt() == wanted)
                .map(post -> new Posted(post.asText(), Optional.empty()))
                .findFirst();
    }

    private static Sighting seen(int id) {
        return new Sighting.Seen(new Posted(Integer.toString(id), Optional.empty()));
    }

    @Test
    void pages_are_read_until_one_has_it() {
        var sighting = pages(5).each("1", 5, posts -> found(posts, 21));

        assertThat(sighting).isEqualTo(seen(21));
        assertThat(asked).containsExactly("1", "2");
    }

    @Test
    void what_is_on_no_page_is_not_there() {
        assertThat(pages(3).each("1", 5, posts -> found(posts, 99))).isInstanceOf(Sighting.Nothing.class);
        assertThat(asked).containsExactly("1", "2", "3");
    }

    @Test
    void a_list_that_goes_on_says_nothing() {
        assertThat(pages(5).each("1", 2, posts -> found(posts, 31)))
                .isEqualTo(new Sighting.Unavailable("too many", Optional.empty()));
        assertThat(pages(5).all("1", 4, posts -> Sighting.of(found(posts, 31))))
                .isEqualTo(new Sighting.Unavailable("too many", Optional.empty()));
    }

    @Test
    void all_pages_are_judged_at_once() {
        var sighting = pages(3).all("1", 100, posts -> Sighting.of(found(posts, 10 + posts.size())));

        assertThat(sighting).isInstanceOf(Sighting.Nothing.class);
        assertThat(pages(3).all("1", 100, posts -> Sighting.of(found(posts, 31))))
                .isEqualTo(seen(31));
    }

    @Test
    void a_page_that_cannot_be_read_says_nothing() {
        assertThat(pages(20).each("8", 5, posts -> found(posts, 99))).isEqualTo(NO_LIST);
        assertThat(pages(20).all("8", 100, posts -> Sighting.of(found(posts, 99))))
                .isEqualTo(NO_LIST);
        assertThat(pages(20).first("9", posts -> Sighting.of(found(posts, 99)))).isEqualTo(NO_LIST);
    }
}
