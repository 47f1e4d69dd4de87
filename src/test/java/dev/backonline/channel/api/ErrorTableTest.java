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

    private static final Answers NO_SECRETS = new Answers(List.of());

    private static Wire.Answered answered(String body) {
        return new Wire.Answered(400, Map.of(), body, false);
    }

    private static Optional<Outcome> outcome(String error, boolean onPost) {
        var answered = answered("");
        return ERRORS.outcome(error, onPost, answered, NO_SECRETS, Posts.AT);
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
        assertThat(ERRORS.advice("other", answered(""))).isEmpty();
    }

    @Test
    void only_a_post_on_another_can_lack_it() {
        assertThat(outcome("no_thread", true)).contains(new Outcome.ParentGone("HTTP 400: the post is gone"));
        assertThat(outcome("no_thread", false)).isEmpty();
    }

    @Test
    void a_star_is_every_other_error() {
        var table = ErrorTable.of("""
                parent gone | no_thread | the post is gone
                rejected    | *         | nothing to be done
                """);

        assertThat(table.outcome("other", true, answered(""), NO_SECRETS, Posts.AT))
                .contains(new Outcome.Rejected("HTTP 400: nothing to be done"));
        assertThat(table.outcome("no_thread", false, answered(""), NO_SECRETS, Posts.AT))
                .contains(new Outcome.Rejected("HTTP 400: nothing to be done"));
        assertThat(table.advice("other", answered(""))).isEmpty();
    }

    @Test
    void a_field_of_the_answer_stands_in_the_advice_if_it_is_no_sentence() {
        var table = ErrorTable.of("auth invalid | no_scope | it lacks the scope {needed}; add it");

        assertThat(table.advice("no_scope", answered("{\"needed\": \"chat:write\"}")))
                .contains("it lacks the scope chat:write; add it");
        assertThat(table.advice("no_scope", answered("{\"needed\": \"<!channel> $1\"}")))
                .contains("it lacks the scope for this; add it");
        assertThat(table.advice("no_scope", answered("no JSON"))).contains("it lacks the scope for this; add it");
    }

    @Test
    void a_sentence_means_what_the_first_part_of_it_in_the_table_does() {
        var table = ErrorTable.of("""
                parent gone  | not_found  | the post is gone
                target gone  | chat_not   | no such chat
                auth invalid | 403_       | it may not post
                """);

        assertThat(table.heard("400 Chat not found", false, answered(""), NO_SECRETS, Posts.AT))
                .contains(new Outcome.TargetGone("HTTP 400: no such chat"));
        assertThat(table.heard("400 Chat not found", true, answered(""), NO_SECRETS, Posts.AT))
                .contains(new Outcome.ParentGone("HTTP 400: the post is gone"));
        assertThat(table.heard("403 Whatever", true, answered(""), NO_SECRETS, Posts.AT))
                .contains(new Outcome.AuthInvalid("HTTP 400: it may not post"));
        assertThat(table.heard("400 Something else", true, answered(""), NO_SECRETS, Posts.AT))
                .isEmpty();
    }

    @Test
    void a_meaning_that_is_none_is_no_table() {
        assertThatThrownBy(() -> ErrorTable.of("gone away | no_room"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GONE_AWAY");
    }
}
