package dev.backonline.channel.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.catalog.Secret;
import dev.backonline.channel.Channel;
import dev.backonline.channel.NpmServer;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.check.Wire;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Posted;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Our channel against an emulator of GitHub by others (npm {@code emulate}); skipped, with what is missing, where that can't be installed. It
 * keeps issues, comments, labels and states, and knows who may see a private repository. It takes a token that it doesn't know for a
 * stranger's, where GitHub says 401, hides nothing from strangers (403, where GitHub says 404), and lists comments without regard to {@code since}.
 */
@Timeout(120)
class GitHubEmulatorTest {
    private static final String TOKEN = "made-up-token";
    private static final String STATUS = "harbour-bot/status";

    private static Optional<NpmServer> running = Optional.empty();

    @BeforeAll
    static void serve() throws InterruptedException {
        running = Optional.of(NpmServer.of("emulate", "github"));
    }

    @AfterAll
    static void end() {
        running.ifPresent(NpmServer::close);
    }

    private static NpmServer server() {
        return running.orElseThrow();
    }

    private static Channel repository(String name, String token, Wire wire) throws IOException {
        var settings = new GitHubSettings(name, new Secret(token), List.of("incident"), server().address());
        return new GitHubKind().create(settings, Outfit.of(wire));
    }

    private static Channel repository(String name, String token) throws IOException {
        return repository(name, token, server().wire());
    }

    private static Channel repository() throws IOException {
        return repository(STATUS, TOKEN);
    }

    private static Channel lossy() throws IOException {
        return repository(STATUS, TOKEN, server().lossyWire());
    }

    private static Outcome sent(Channel repository, Channel.Post post) {
        return repository.send(Posts.frozen(repository, post), Instant.now());
    }

    private static Posted posted(Channel repository, Channel.Post post) {
        var outcome = sent(repository, post);
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        return ((Outcome.Delivered) outcome).posted();
    }

    private static JsonNode asked(String method, String path, String body) throws IOException, InterruptedException {
        return server().answer(HttpRequest.newBuilder(server().address().resolve("/repos/" + path))
                .header("authorization", "Bearer " + TOKEN)
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private static JsonNode issue(Posted posted) throws IOException, InterruptedException {
        return asked("GET", "%s/issues/%s".formatted(STATUS, posted.id()), "");
    }

    private static List<JsonNode> comments(Posted issue) throws IOException, InterruptedException {
        return asked("GET", "%s/issues/%s/comments".formatted(STATUS, issue.id()), "")
                .valueStream()
                .toList();
    }

    private static int issues() throws IOException, InterruptedException {
        return asked("GET", STATUS + "/issues?state=all&per_page=100", "").size();
    }

    @Test
    void an_issue_is_opened_with_its_title_text_label_and_link() throws Exception {
        var posted = posted(repository(), Posts.of(Saying.PROBLEM, Optional.empty(), Posts.ITALIAN));

        var issue = issue(posted);
        assertThat(issue.path("state").asText()).isEqualTo("open");
        assertThat(issue.path("title").asText()).isEqualTo("Messaggi, Foto & altro");
        assertThat(issue.path("body").asText())
                .startsWith("problem: Messaggi e Foto \\& altro (dalle 21:04 CET), perché è così. " + Posts.URL);
        assertThat(issue.path("labels").findValuesAsText("name")).containsExactly("incident");
        assertThat(posted.link()).contains(URI.create(issue.path("html_url").asText()));
    }

    /** That the text is no markup, CommonMark's reference parser says; here it is what arrives. */
    @Test
    void a_hostile_name_arrives_as_it_was_prepared() throws Exception {
        var repository = repository();
        var post = Posts.saying(Posts.HOSTILE);

        var posted = posted(repository, post);

        var body = issue(posted).path("body").asText();
        assertThat(body).startsWith(GitHubText.escaped(Posts.HOSTILE)).doesNotContainPattern("@\\w");
    }

    @Test
    void follow_ups_are_comments_and_the_last_word_closes() throws Exception {
        var repository = repository();
        var first = posted(repository, Posts.of(Saying.PROBLEM, Optional.empty(), Posts.ENGLISH));
        var second = posted(repository, Posts.of(Saying.STILL, Optional.of(first), Posts.ENGLISH));
        var stateBefore = issue(first).path("state").asText();

        var third = posted(repository, Posts.of(Saying.RESOLVED, Optional.of(second), Posts.ENGLISH));

        assertThat(stateBefore).isEqualTo("open");
        assertThat(issue(first).path("state").asText()).isEqualTo("closed");
        assertThat(issue(first).path("state_reason").asText()).isEqualTo("completed");
        assertThat(comments(first))
                .extracting(comment -> "%s %s".formatted(comment.path("id").asText(), first.id()))
                .containsExactly(second.id(), third.id());
        assertThat(comments(first).getLast().path("body").asText()).startsWith("resolved: ");
    }

    @Test
    void a_relapse_opens_the_issue_again() throws Exception {
        var repository = repository();
        var first = posted(repository, Posts.of(Saying.PROBLEM, Optional.empty(), Posts.ENGLISH));
        var last = posted(repository, Posts.of(Saying.RESOLVED, Optional.of(first), Posts.ENGLISH));

        posted(repository, Posts.of(Saying.AGAIN, Optional.of(last), Posts.ENGLISH));

        assertThat(issue(first).path("state").asText()).isEqualTo("open");
        assertThat(issue(first).path("closed_at").isNull()).isTrue();
        assertThat(comments(first)).hasSize(2);
    }

    @Test
    void a_summary_is_an_issue_that_is_closed() throws Exception {
        var posted = posted(repository(), Posts.of(Saying.SUMMARY, Optional.empty(), Posts.ENGLISH));

        assertThat(issue(posted).path("state").asText()).isEqualTo("closed");
        assertThat(comments(posted)).isEmpty();
    }

    @Test
    void an_issue_whose_answer_was_lost_is_found_by_its_mark() throws Exception {
        var repository = repository();
        var post = Posts.of(Saying.SCHEDULED, Optional.empty(), Posts.ENGLISH);
        var frozen = Posts.frozen(repository, post);

        var before = repository.lookUp(frozen, _ -> false, Instant.now());
        var outcome = sent(lossy(), post);
        var after = repository.lookUp(frozen, _ -> false, Instant.now());

        assertThat(before).isEqualTo(new Sighting.Nothing());
        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertThat(after).isInstanceOf(Sighting.Seen.class);
        var seen = ((Sighting.Seen) after).posted();
        assertThat(issue(seen).path("body").asText()).startsWith("scheduled: ");
    }

    @Test
    void a_comment_whose_answer_was_lost_is_found_on_its_issue() throws Exception {
        var repository = repository();
        var first = posted(repository, Posts.of(Saying.PROBLEM, Optional.empty(), Posts.ENGLISH));
        var reply = Posts.of(Saying.WORSE, Optional.of(first), Posts.ENGLISH);

        sent(lossy(), reply);
        var sighting = repository.lookUp(Posts.frozen(repository, reply), _ -> false, Instant.now());

        var kept = comments(first);
        assertThat(kept).hasSize(1);
        assertThat(sighting)
                .isInstanceOfSatisfying(
                        Sighting.Seen.class,
                        seen -> assertThat(seen.posted().id())
                                .isEqualTo("%s %s"
                                        .formatted(kept.getFirst().path("id").asText(), first.id())));
    }

    @Test
    void a_token_of_somebody_else_is_refused_and_nothing_is_made() throws Exception {
        var before = issues();

        var stranger = sent(repository(STATUS, "made-up-stranger"), Posts.saying("Text"));
        var nobody = sent(repository("harbour-bot/open", "made-up-nobody"), Posts.saying("Text"));

        assertThat(stranger)
                .isInstanceOfSatisfying(
                        Outcome.AuthInvalid.class,
                        no -> assertThat(no.fix()).contains("the token may not write issues there"));
        assertThat(nobody).isInstanceOf(Outcome.AuthInvalid.class);
        assertThat(issues()).isEqualTo(before);
    }

    @Test
    void a_repository_or_an_issue_that_is_not_there_is_said_to_be_gone() throws Exception {
        var elsewhere = sent(repository("harbour-bot/none", TOKEN), Posts.saying("Text"));
        var gone = Posts.saying("Text", Optional.of(new Posted("999999", Optional.empty())));

        assertThat(elsewhere)
                .isInstanceOfSatisfying(
                        Outcome.TargetGone.class,
                        no -> assertThat(no.fix()).contains("there is no such repository for this token"));
        assertThat(sent(repository(), gone)).isInstanceOf(Outcome.ParentGone.class);
    }

    @Test
    void a_probe_tells_the_repository_or_what_is_wrong_with_it_and_posts_nothing() throws Exception {
        asked("PATCH", "harbour-bot/quiet", "{\"has_issues\":false}");

        assertThat(repository().probe(Instant.now())).isEqualTo(Probe.ready(STATUS));
        assertThat(repository("harbour-bot/quiet", TOKEN).probe(Instant.now()))
                .isEqualTo(new Probe.Refused("the repository is archived, or its issues are switched off"));
        assertThat(repository(STATUS, "made-up-stranger").probe(Instant.now())).isInstanceOf(Probe.Refused.class);
        assertThat(repository("harbour-bot/none", TOKEN).probe(Instant.now())).isInstanceOf(Probe.Refused.class);
    }
}
