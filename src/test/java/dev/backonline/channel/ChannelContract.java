package dev.backonline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.channel.Channel.Post;
import dev.backonline.house.Golden;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Posted;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every kind of channel keeps, whatever carries its posts. */
public abstract class ChannelContract {
    /** The value of {@code type} in the file. */
    protected abstract String type();

    protected abstract Capabilities capabilities();

    /** All that leaves us for this post, as a text that people can review. */
    protected abstract String carried(Post post);

    /** The ending of the names of its golden files. */
    protected String format() {
        return "txt";
    }

    /** What a reply replies to, as the network would have told it. */
    protected Posted parent() {
        return new Posted("parent-1", Optional.empty());
    }

    @Test
    @SuppressWarnings("rawtypes") // a class literal has no type arguments
    void it_is_found_by_the_service_loader() {
        var types = ServiceLoader.load(ChannelKind.class).stream()
                .map(provider -> provider.get().type());

        assertThat(types).containsOnlyOnce(type());
    }

    @ParameterizedTest
    @EnumSource(Saying.class)
    void everything_that_is_said_is_carried_as_reviewed(Saying saying) {
        var first = saying == Saying.PROBLEM
                || saying == Saying.SUMMARY
                || !capabilities().thread();
        var parent = first ? Optional.<Posted>empty() : Optional.of(parent());

        if (capabilities().allLanguages()) {
            matches(saying.key(), Posts.of(saying, parent, Posts.languages().toArray(Locale[]::new)));
        } else {
            matches(saying, parent, Posts.ENGLISH);
            matches(saying, parent, Posts.ITALIAN);
            var others = Posts.OTHERS.stream()
                    .map(language -> carried(Posts.of(saying, parent, language)))
                    .collect(Collectors.joining("\n\n"));
            Golden.matches("channel/%s/%s.others.txt".formatted(type(), saying.key()), others);
        }
    }

    @Test
    void a_name_full_of_markup_is_carried_as_reviewed() {
        var post = Posts.saying("Problems with %s. %s".formatted(Posts.HOSTILE, Posts.URL));

        matches("hostile", post);
    }

    @Test
    void the_incidents_address_arrives_as_it_is() {
        var post = Posts.saying("Problems with %s: %s.".formatted(Posts.HOSTILE, Posts.URL));

        assertThat(carried(post)).contains(Posts.URL.toString());
    }

    @Test
    void what_is_only_for_operators_stays_here() {
        var carried = carried(Posts.of(Saying.PROBLEM, Optional.empty(), Posts.ENGLISH));

        assertThat(carried).doesNotContain("10.0.0.7", "HTTP 503");
    }

    @Test
    void a_text_that_measures_too_long_is_not_admitted() {
        var limit = capabilities().limit();

        assertThat(limit.admits("Short.")).isTrue();
        assertThat(limit.most() == Integer.MAX_VALUE || !limit.admits("x".repeat(limit.most() + 1)))
                .isTrue();
    }

    private void matches(Saying saying, Optional<Posted> parent, Locale language) {
        matches("%s.%s".formatted(saying.key(), language), Posts.of(saying, parent, language));
    }

    private void matches(String name, Post post) {
        Golden.matches("channel/%s/%s.%s".formatted(type(), name, format()), carried(post));
    }
}
