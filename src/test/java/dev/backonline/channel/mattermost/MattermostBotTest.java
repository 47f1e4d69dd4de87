package dev.backonline.channel.mattermost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Channel;
import dev.backonline.channel.EditContract;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.Probe;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MattermostBotTest extends EditContract {
    private static final MattermostKind KIND = new MattermostKind();
    private static final String ROOT = "r".repeat(26);
    private static final String PARENT = "p".repeat(26);
    private static final String MADE = "m".repeat(26);

    static Channel bot(URI server, Wire wire) {
        return KIND.create(settings(server, FakeMattermost.ROOM), Outfit.of(wire));
    }

    private static MattermostSettings settings(URI server, String room) {
        return new MattermostSettings(server, new Secret(TOKEN), room);
    }

    @Override
    protected String type() {
        return "mattermost";
    }

    @Override
    protected Posted parent() {
        return new Posted(PARENT + " " + ROOT, Optional.empty());
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(settings(URI.create("https://mattermost.example.org"), FakeMattermost.ROOM));
    }

    @Override
    protected Channel channel(URI server, Wire wire) {
        return bot(server, wire);
    }

    @Override
    protected String edit() {
        return "PUT /api/v4/posts/%s/patch".formatted(PARENT);
    }

    @Override
    protected Reply edited() {
        return Reply.of(200, "{\"id\":\"%s\",\"root_id\":\"%s\"}".formatted(PARENT, ROOT));
    }

    @Override
    protected Optional<Reply> gone() {
        return Optional.of(Reply.of(403, "{\"id\":\"api.context.permissions.app_error\",\"message\":\"no\"}"));
    }

    @Override
    protected Reply yes() {
        return Reply.of(201, "{\"id\":\"%s\",\"root_id\":\"\"}".formatted(MADE));
    }

    @Test
    void a_yes_names_the_post() {
        assertThat(send(Posts.saying("Text"))).isEqualTo(new Outcome.Delivered(new Posted(MADE, Optional.empty())));
    }

    @Test
    void a_reply_belongs_to_the_threads_first_post_and_remembers_it() {
        var reply = Reply.of(201, "{\"id\":\"%s\",\"root_id\":\"%s\"}".formatted(MADE, ROOT));
        server().script(_ -> reply);

        var outcome = send(Posts.saying("Text", Optional.of(parent())));

        assertThat(server().last().body()).contains("\"root_id\":\"%s\"".formatted(ROOT));
        assertThat(outcome).isEqualTo(new Outcome.Delivered(new Posted(MADE + " " + ROOT, Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({
        "400, api.post.create_post.can_not_post_to_deleted.error, TargetGone, archived",
        "404, app.channel.get.existing.app_error, TargetGone, out of order",
        "403, api.context.permissions.app_error, AuthInvalid, add the bot to it",
        "401, api.context.session_expired.app_error, AuthInvalid, make a new one",
        "400, model.post.is_valid.message_length.app_error, Rejected, out of order",
        "500, api.post.deduplicate_create_post.pending, Unknown, out of order",
        "429, '', Throttled, out of order",
    })
    void its_own_errors_are_understood(int status, String error, String outcome, String words) {
        var body = "{\"id\":\"%s\",\"message\":\"out of order\",\"status_code\":%d}".formatted(error, status);

        var answer = answered(Reply.of(status, body));

        assertThat(answer.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(answer.toString()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"api.post.create_post.root_id.app_error", "api.post.create_post.channel_root_id.app_error"})
    void a_thread_that_is_gone_is_told_from_a_post_that_is_wrong(String error) {
        server().script(_ -> Reply.of(400, "{\"id\":\"%s\",\"message\":\"no\"}".formatted(error)));

        assertThat(send(Posts.saying("Text", Optional.of(parent())))).isInstanceOf(Outcome.ParentGone.class);
        assertThat(send(Posts.saying("Text"))).isInstanceOf(Outcome.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "# big ; \\# big",
                "- one ; \\- one",
                "1. one ; 1\\. one",
                "2) two ; 2\\) two",
                "=== ; \\===",
                "a - b > c # d ; a - b > c # d",
                "**a** _b_ ~~c~~ ; \\*\\*a\\*\\* \\_b\\_ \\~\\~\u2060c\\~\\~",
                "[a](b) |c| ; \\[a\\](b) \\|c\\|",
                "@all @here #tag ~town $x ; @\u2060all @\u2060here #\u2060tag \\~\u2060town $\u2060x",
                "<b>c</b> ; <\u2060b>c<\u2060/b>",
                ":fire: at 21:04, or 3:2 ; :\u2060fire: at 21:04, or 3:2",
                "see https://x.example/_a_:b *b* ; see https://x.example/_a_:b \\*b\\*",
            })
    void markup_loses_its_meaning(String text, String escaped) {
        assertThat(MattermostText.escaped(text)).isEqualTo(escaped);
    }

    @Test
    void the_limit_counts_code_points_and_what_escaping_adds() {
        var measure = capabilities().limit().measure();

        assertThat(measure.of("😀 *a* @you")).isEqualTo(13);
    }

    @ParameterizedTest
    @CsvSource({"4xp9fdt77pncbef59f4k1qe83o, 0", "town-square, 1", "4XP9FDT77PNCBEF59F4K1QE83O, 1", "'', 1"})
    void a_room_that_cannot_be_is_a_mistake(String room, int mistakes) {
        assertThat(KIND.mistakes(settings(URI.create("https://mattermost.example.org"), room)))
                .hasSize(mistakes)
                .allMatch(mistake -> mistake.contains("not '" + room));
    }

    @Test
    void a_room_that_is_archived_takes_no_posts() {
        server().script(request -> request.target().endsWith("/users/me")
                ? Reply.of(200, "{\"id\":\"1\",\"username\":\"status\"}")
                : Reply.of(200, "{\"display_name\":\"Harbour\",\"delete_at\":1795377845000}"));

        var probe = channel(server().address(), wire()).probe(Posts.AT);

        assertThat(probe).isInstanceOf(Probe.Refused.class);
    }
}
