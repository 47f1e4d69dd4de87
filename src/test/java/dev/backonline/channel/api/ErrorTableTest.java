package dev.backonline.channel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backonline.channel.Outcome;
import dev.backonline.channel.Posts;
import dev.backonline.check.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A line says what errors mean, and what to do. */
class ErrorTableTest {
    private static final ErrorTable ERRORS = ErrorTable.of("""
            target gone | no_room archived | name another room
            parent gone | no_thread        | the post is gone
            throttled   | slow_down
            """);

    private static Optional<Outcome> outcome(String error, boolean onPost) {
        var answered = new Wire.Answered(400, Map.of(), "", false);
        return ERRORS.outcome(error, onPost, answered, new Answers(List.of()), Posts.AT);
    }

    @Test
    void each_error_of_a_line_means_the_same() {
        assertThat(outcome("no_room", false)).contains(new Outcome.TargetGone("HTTP 400: name another room"));
        assertThat(outcome("archived", true)).contains(new Outcome.TargetGone("HTTP 400: name another room"));
        assertThat(outcome("slow_down", false)).containsInstanceOf(Outcome.Throttled.class);
    }

    @Test
    void an_error_that_is_in_no_line_means_nothing_here() {
        assertThat(outcome("other", true)).isEmpty();
        assertThat(ERRORS.advice(ErrorTable.Meaning.TARGET_GONE, "other")).isEmpty();
    }

    @Test
    void only_a_post_on_another_can_lack_it() {
        assertThat(outcome("no_thread", true)).contains(new Outcome.ParentGone("HTTP 400: the post is gone"));
        assertThat(outcome("no_thread", false)).isEmpty();
    }

    @Test
    void a_meaning_that_is_none_is_no_table() {
        assertThatThrownBy(() -> ErrorTable.of("gone away | no_room"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GONE_AWAY");
    }
}
