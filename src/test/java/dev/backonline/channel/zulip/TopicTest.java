package dev.backonline.channel.zulip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.Translated;
import dev.backonline.channel.Channel.Post;
import dev.backonline.channel.Posts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A topic fits, whatever a service is called. */
class TopicTest {
    private static String topic(String name) {
        var post = Posts.saying("Text");
        var service =
                new Service(new ServiceId("chat"), Translated.same(name), Optional.empty(), Set.of(), Optional.empty());
        return Topic.of(of(post, Catalog.of(List.of(service)))).name();
    }

    private static Post of(Post post, Catalog catalog) {
        return new Post(
                post.identity(),
                catalog,
                post.incident(),
                post.update(),
                post.messages(),
                post.url(),
                post.key(),
                post.at(),
                post.parent());
    }

    @Test
    void a_name_that_fits_is_kept() {
        assertThat(topic("a".repeat(45)))
                .isEqualTo("a".repeat(45) + " · k3xw9b2m4q7z")
                .hasSize(60);
    }

    @Test
    void a_longer_one_is_cut_by_code_points_and_the_id_is_not() {
        var topic = topic("😀".repeat(46));

        assertThat(topic).endsWith("😀… · k3xw9b2m4q7z");
        assertThat(topic.codePointCount(0, topic.length())).isEqualTo(60);
    }

    @Test
    void a_name_is_one_line() {
        assertThat(topic(" a\n\tb ")).isEqualTo("a b · k3xw9b2m4q7z");
    }

    @Test
    void a_service_that_left_the_file_is_named_by_its_id() {
        assertThat(Topic.of(of(Posts.saying("Text"), Catalog.of(List.of()))).name())
                .isEqualTo("chat · k3xw9b2m4q7z");
    }
}
