package dev.backonline.channel.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.wire.VertxWire;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Posts;
import dev.backonline.channel.Sighting;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A text that may have been made is found again if it was, and no other is taken for it. */
class GitHubLookUpTest {
    private static final VertxWire WIRE = new VertxWire(Vertx.vertx());
    private static final Optional<Posted> ISSUE = Optional.of(new Posted("1", Optional.empty()));

    private Instant now = Posts.AT;
    private final FakeGitHub server = new FakeGitHub(() -> now);
    private final Channel repository = GitHubRepositoryTest.repository(server.address(), WIRE);

    @AfterEach
    void stopServer() {
        server.close();
    }

    private Frozen frozen(Saying saying, Optional<Posted> parent) {
        return Posts.frozen(repository, Posts.of(saying, parent, Posts.ENGLISH));
    }

    private Frozen problem() {
        return frozen(Saying.PROBLEM, Optional.empty());
    }

    private Sighting lookUp(Frozen frozen) {
        return repository.lookUp(frozen, _ -> false, Posts.AT);
    }

    private static Sighting seen(String id) {
        return new Sighting.Seen(new Posted(id, Optional.empty()));
    }

    @Test
    void an_issue_that_was_made_before_the_reset_is_found() {
        server.open("Somebody's.");
        server.resetNext(true);
        var frozen = problem();

        assertThat(repository.send(frozen, Posts.AT)).isInstanceOf(Outcome.Unknown.class);

        assertThat(lookUp(frozen)).isEqualTo(seen("2"));
    }

    @Test
    void an_issue_that_was_not_made_is_not_found() {
        server.resetNext(false);
        var frozen = problem();

        repository.send(frozen, Posts.AT);

        assertThat(lookUp(frozen)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_comment_is_found_under_its_issue_which_is_closed_by_then() {
        repository.send(problem(), Posts.AT);
        server.resetNext(true);
        var resolved = frozen(Saying.RESOLVED, ISSUE);

        repository.send(resolved, Posts.AT);

        assertThat(lookUp(resolved)).isEqualTo(seen("1001 1"));
        assertThat(server.issues().getFirst().path("state").asText()).isEqualTo("closed");
    }

    @Test
    void a_relapse_opens_the_issue_again() {
        repository.send(problem(), Posts.AT);
        repository.send(frozen(Saying.RESOLVED, ISSUE), Posts.AT);

        repository.send(frozen(Saying.AGAIN, ISSUE), Posts.AT);

        assertThat(server.issues().getFirst().path("state").asText()).isEqualTo("open");
        assertThat(server.comments("1")).hasSize(2);
    }

    @Test
    void the_same_words_without_the_mark_are_not_ours() {
        server.open(GitHubText.escaped(problem().text()));
        server.open("<!-- backonline another-key -->");

        assertThat(lookUp(problem())).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void who_quotes_us_later_is_not_us() {
        var frozen = problem();
        repository.send(frozen, Posts.AT);
        server.open("> " + server.issues().getFirst().path("body").asText());

        assertThat(lookUp(frozen)).isEqualTo(seen("1"));
    }

    @Test
    void too_many_newer_issues_cannot_be_looked_through() {
        IntStream.range(0, 100).forEach(number -> server.open("Chatter " + number));

        assertThat(lookUp(problem())).isInstanceOf(Sighting.Unavailable.class);
    }

    @Test
    void what_was_touched_long_before_is_not_listed() {
        now = Posts.AT.minusSeconds(3_600);
        IntStream.range(0, 100).forEach(number -> server.open("Old " + number));

        assertThat(lookUp(problem())).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_repository_that_cannot_be_read_shows_nothing_either_way() {
        server.forbidReading();
        assertThat(lookUp(problem())).isInstanceOf(Sighting.Unavailable.class);

        server.close();
        assertThat(lookUp(problem())).isInstanceOf(Sighting.Unavailable.class);
    }
}
