package dev.backonline.channel.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.NetworkContract;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.Probe;
import dev.backonline.channel.ScriptedServer.Received;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.check.Wire;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubRepositoryTest extends NetworkContract {
    private static final GitHubKind KIND = new GitHubKind();
    private static final URI EXAMPLE = URI.create("https://github.example.org/api/v3");
    private static final URI LINK = URI.create("https://github.example.org/example/status/issues/42");

    static Channel repository(URI server, Wire wire) {
        return KIND.create(settings(server, "example/status"), Outfit.of(wire));
    }

    private static GitHubSettings settings(URI server, String repository) {
        return new GitHubSettings(repository, new Secret(TOKEN), List.of("incident"), server);
    }

    @Override
    protected String type() {
        return "github";
    }

    @Override
    protected Posted parent() {
        return new Posted("1234 42", Optional.empty());
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(settings(EXAMPLE, "example/status"));
    }

    @Override
    protected Channel channel(URI server, Wire wire) {
        return repository(server, wire);
    }

    /** Says yes to whatever is asked for: GitHub's answers have an id each, and only those about issues a number. */
    @Override
    protected Reply yes() {
        return Reply.of(201, "{\"id\":5678,\"number\":42,\"html_url\":\"%s\"}".formatted(LINK));
    }

    private static Reply obliging(Received request) {
        return Reply.of(
                request.method().equals("PATCH") ? 200 : 201,
                "{\"id\":5678,\"number\":42,\"html_url\":\"%s\"}".formatted(LINK));
    }

    @Override
    protected String carried(Channel.Post post) {
        server().script(GitHubRepositoryTest::obliging);
        return super.carried(post);
    }

    private Outcome send(Saying saying, boolean follows) {
        server().script(GitHubRepositoryTest::obliging);
        var parent = follows ? Optional.of(parent()) : Optional.<Posted>empty();
        return send(Posts.of(saying, parent, Posts.ENGLISH));
    }

    private List<String> asked() {
        return server().received().stream()
                .map(request -> request.method() + " " + request.target())
                .toList();
    }

    @Test
    void an_issue_is_known_by_its_number_and_shown_by_its_address() {
        assertThat(send(Saying.PROBLEM, false)).isEqualTo(new Outcome.Delivered(new Posted("42", Optional.of(LINK))));
        assertThat(asked()).containsExactly("POST /repos/example/status/issues");
    }

    @Test
    void a_follow_up_is_a_comment_that_remembers_its_issue() {
        assertThat(send(Saying.STILL, true)).isEqualTo(new Outcome.Delivered(new Posted("5678 42", Optional.of(LINK))));
        assertThat(asked()).containsExactly("POST /repos/example/status/issues/42/comments");
        assertThat(server().last().body()).doesNotContain("title", "labels");
    }

    @ParameterizedTest
    @CsvSource({
        "RESOLVED, closed",
        "CORRECTION, closed",
        "COMPLETED, closed",
        "CANCELLED, closed",
        "AGAIN, open",
        "INTERMITTENT, open",
    })
    void the_last_word_closes_the_issue_and_a_relapse_opens_it_before_the_comment(Saying saying, String state) {
        send(saying, true);

        assertThat(asked())
                .containsExactly(
                        "PATCH /repos/example/status/issues/42", "POST /repos/example/status/issues/42/comments");
        assertThat(server().received().getFirst().body()).contains("\"state\":\"%s\"".formatted(state));
    }

    @Test
    void an_issue_that_is_its_own_last_word_is_closed_after_it() {
        send(Saying.SUMMARY, false);

        assertThat(asked())
                .containsExactly("POST /repos/example/status/issues", "PATCH /repos/example/status/issues/42");
    }

    @Test
    void an_issue_that_cannot_be_closed_gets_no_comment_yet() {
        server().script(_ -> Reply.of(429, "{\"message\":\"slow down\"}"));

        var outcome = send(Posts.of(Saying.RESOLVED, Optional.of(parent()), Posts.ENGLISH));

        assertThat(outcome).isInstanceOf(Outcome.Throttled.class);
        assertThat(asked()).containsExactly("PATCH /repos/example/status/issues/42");
    }

    @ParameterizedTest
    @CsvSource({"404", "410"})
    void an_issue_that_is_gone_is_told_from_a_repository_that_is_gone(int status) {
        server().script(_ -> Reply.of(status, "{\"message\":\"Not Found\"}"));

        assertThat(send(Posts.of(Saying.STILL, Optional.of(parent()), Posts.ENGLISH)))
                .isInstanceOf(Outcome.ParentGone.class);
        assertThat(send(Posts.saying("Text"))).isInstanceOf(Outcome.TargetGone.class);
    }

    @Test
    void too_much_is_said_with_403_too() {
        assertThat(answered(Reply.of(403, "{\"message\":\"You have exceeded a secondary rate limit.\"}")))
                .isInstanceOf(Outcome.Throttled.class);
        assertThat(answered(Reply.of(403, "{}").with("x-ratelimit-remaining", "0")))
                .isInstanceOf(Outcome.Throttled.class);
        assertThat(answered(Reply.of(403, "{\"message\":\"Resource not accessible by personal access token\"}")))
                .isInstanceOfSatisfying(
                        Outcome.AuthInvalid.class,
                        refused -> assertThat(refused.fix()).contains("may not write issues", "not accessible"));
    }

    @Test
    void a_link_that_is_none_is_left_out() {
        var outcome = answered(Reply.of(201, "{\"number\":42,\"html_url\":\"javascript:alert(1)\"}"));

        assertThat(outcome).isEqualTo(new Outcome.Delivered(new Posted("42", Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "# big ; \\# big",
                "- one ; \\- one",
                "1. one ; 1\\. one",
                "*a* _b_ ~c~ `d` $e$ ; \\*a\\* \\_b\\_ \\~c\\~ \\`d\\` \\$e\\$",
                "[a](b) <b>c</b> R&D ; \\[a\\](b) \\<b\\>c\\</b\\> R\\&D",
                "@org/team #12 GH-12 :fire: 21:04 ; @\u2060org/team #\u206012 GH-\u206012 :\u2060fire: 21:04",
                "see https://x.example/_a_ *b* ; see https://x.example/_a_ \\*b\\*",
            })
    void markup_loses_its_meaning(String text, String escaped) {
        assertThat(GitHubText.escaped(text)).isEqualTo(escaped);
    }

    @Test
    void a_title_is_one_line_and_calls_nobody() {
        assertThat(GitHubText.title(" a\n@you `b` #1 *c*")).isEqualTo("a @\u2060you \u02CBb\u02CB #\u20601 *c*");
    }

    @Test
    void a_post_in_doubt_is_looked_up() {
        assertThat(capabilities().repeat()).isEqualTo(new Repeat.LookUp());
        assertThat(capabilities().limit().measure().of("😀*")).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"example/status, 0", "example/status.github.io, 0", "status, 1", "https://github.com/a/b, 1", "'', 1"})
    void a_repository_that_cannot_be_is_a_mistake(String repository, int mistakes) {
        assertThat(KIND.mistakes(settings(EXAMPLE, repository)))
                .hasSize(mistakes)
                .allMatch(mistake -> mistake.contains("not '" + repository));
    }

    @ParameterizedTest
    @CsvSource({"has_issues, false", "archived, true"})
    void a_repository_without_issues_is_refused(String field, boolean value) {
        server().script(_ -> Reply.of(200, "{\"full_name\":\"example/status\",\"%s\":%s}".formatted(field, value)));

        assertThat(channel(server().address(), wire()).probe(Posts.AT)).isInstanceOf(Probe.Refused.class);
    }
}
