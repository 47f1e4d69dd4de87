package dev.backonline.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backonline.channel.Channel.Post;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.ScriptedServer.Reset;
import dev.backonline.house.Golden;
import dev.backonline.message.Saying;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every network keeps whose posts can be edited: an edit creates nothing, may be repeated, and its outcome is true to that. */
public abstract class EditContract extends NetworkContract {
    /** Method and address of a request that edits the parent of these tests. */
    protected abstract String edit();

    /** The network's yes to an edit of the parent. */
    protected abstract Reply edited();

    /** What it says where the post to be edited is gone; empty if it takes the edit all the same. */
    protected abstract Optional<Reply> gone();

    private Outcome edit(Post post) {
        var channel = channel(server().address(), wire());
        return channel.edit(Posts.edit(channel, post), Posts.AT);
    }

    private Post news() {
        return Posts.of(Saying.STILL, Optional.of(parent()), Posts.ENGLISH);
    }

    private Outcome editAnswered(Reply reply) {
        server().script(_ -> reply);
        return edit(news());
    }

    private void matches(String name, Stream<Post> posts) {
        server().script(_ -> edited());
        var requests = posts.map(post -> {
            edit(post);
            return shown(server().last());
        });
        Golden.matches("channel/%s/edit/%s.txt".formatted(type(), name), requests.collect(Collectors.joining("\n\n")));
    }

    @ParameterizedTest
    @EnumSource(names = {"STILL", "RESOLVED"})
    void an_edit_is_carried_as_reviewed_in_every_language(Saying saying) {
        matches(saying.key(), Posts.languages().map(language -> Posts.of(saying, Optional.of(parent()), language)));
    }

    @Test
    void a_name_full_of_markup_is_edited_in_as_reviewed() {
        matches(
                "hostile",
                Stream.of(Posts.saying(
                        "Problems with %s. %s".formatted(Posts.HOSTILE, Posts.URL), Optional.of(parent()))));
    }

    @Test
    void what_was_edited_keeps_its_id() {
        var outcome = editAnswered(edited());

        assertThat(outcome).isEqualTo(new Outcome.Delivered(parent()));
    }

    @Test
    void an_edit_asks_for_nothing_else() {
        editAnswered(edited());

        assertThat(server().received())
                .extracting(request -> request.method() + " " + request.target())
                .containsExactly(edit());
    }

    @Test
    void a_repeated_edit_is_the_same_to_the_byte() {
        server().script(_ -> edited());
        var channel = channel(server().address(), wire());
        var frozen = Posts.edit(channel, news());

        channel.edit(frozen, Posts.AT);
        channel.edit(frozen, Posts.AT.plusSeconds(60));

        var requests = server().received();
        assertThat(requests.getLast().body()).isEqualTo(requests.getFirst().body());
        assertThat(requests.getLast().target()).isEqualTo(requests.getFirst().target());
    }

    @Test
    void an_edit_of_what_is_gone_is_told_from_everything_else() {
        assumeTrue(gone().isPresent(), "this network takes it all the same");

        assertThat(editAnswered(gone().get())).isInstanceOf(Outcome.ParentGone.class);
    }

    @Test
    void an_edit_that_was_cut_off_is_unknown() {
        server().script(_ -> new Reset());

        assertThat(edit(news())).isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"500, Unknown", "503, Unknown", "429, Throttled", "401, AuthInvalid", "200, Unknown"})
    void an_edit_is_answered_as_a_post_is(int status, String outcome) {
        assertThat(editAnswered(Reply.of(status, "")).getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 400, 401, 404, 429, 500})
    void no_outcome_of_an_edit_holds_a_secret(int status) {
        assertThat(editAnswered(Reply.of(status, echo())).toString()).doesNotContain(TOKEN);
    }
}
