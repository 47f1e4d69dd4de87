package dev.backonline.channel.threads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Channel.Post;
import dev.backonline.channel.NetworkContract;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.PocketKeyring;
import dev.backonline.channel.Posts;
import dev.backonline.channel.Probe;
import dev.backonline.channel.ScriptedServer.Received;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.ScriptedServer.Reset;
import dev.backonline.channel.Sighting;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadsProfileTest extends NetworkContract {
    private static final ThreadsKind KIND = new ThreadsKind();
    private static final String LIST = """
            {"data":[{"id":"43","text":"Another","timestamp":"2026-11-22T20:04:01+0000"},
            {"id":"42","text":"Text","timestamp":"2026-11-22T20:04:02+0000","permalink":"https://threads.example/@status/post/A"}]}
            """;

    private final Map<String, Reply> said = new ConcurrentHashMap<>();

    private static ThreadsSettings settings(URI server, boolean renew) {
        return new ThreadsSettings(server, "me", new Secret(TOKEN), renew);
    }

    @Override
    protected String type() {
        return "threads";
    }

    @Override
    protected Posted parent() {
        return new Posted("41", Optional.empty());
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(settings(URI.create("https://threads.example.org"), true));
    }

    @Override
    protected Channel channel(URI server, Wire wire) {
        return KIND.create(settings(server, false), Outfit.of(wire));
    }

    @Override
    protected Reply yes() {
        return Reply.of(200, "{\"id\":\"42\"}");
    }

    @Override
    protected boolean creates(Received request) {
        return request.target().endsWith("/threads_publish");
    }

    @Override
    protected String leaving(String body) {
        return "creation_id=42&access_token=" + TOKEN;
    }

    /** What is published was said when the container was made. */
    @Override
    protected String carried(Post post) {
        super.carried(post);
        return shown(server().received().getFirst());
    }

    /** Answers by the end of the path, with a yes to what isn't named. */
    private void says(String path, Reply reply) {
        said.put(path, reply);
        server().script(request ->
                said.getOrDefault(request.target().replaceFirst("\\?.*", "").replaceFirst(".*/", ""), yes()));
    }

    private static Frozen frozen(Channel channel) {
        return Posts.frozen(channel, Posts.saying("Text"));
    }

    @Test
    void a_post_is_published_once_it_is_contained_and_has_an_address() {
        says("threads", Reply.of(200, "{\"id\":\"7\"}"));
        says("42", Reply.of(200, "{\"id\":\"42\",\"permalink\":\"https://threads.example/@status/post/A\"}"));

        var outcome = send(Posts.saying("Text"));

        assertThat(outcome)
                .isEqualTo(new Outcome.Delivered(
                        new Posted("42", Optional.of(URI.create("https://threads.example/@status/post/A")))));
        assertThat(server().received().get(1).body()).isEqualTo("creation_id=7&access_token=" + TOKEN);
    }

    @Test
    void without_a_container_nothing_was_posted() {
        server().script(_ -> new Reset());

        assertThat(send(Posts.saying("Text"))).isInstanceOf(Outcome.NotSent.class);
    }

    @Test
    void a_container_in_doubt_is_published_again_and_no_other() {
        var channel = channel(server().address(), wire());
        says("threads", Reply.of(200, "{\"id\":\"7\"}"));
        says("threads_publish", Reply.of(500, ""));

        var first = channel.send(frozen(channel), Posts.AT);
        says("threads_publish", Reply.of(400, "{\"error\":{\"message\":\"already\",\"code\":100}}"));
        var second = channel.send(frozen(channel), Posts.AT);

        assertThat(List.of(first, second)).allMatch(Outcome.Unknown.class::isInstance);
        assertThat(server().received())
                .filteredOn(request -> request.target().endsWith("/threads"))
                .hasSize(1);
        assertThat(server().received()).filteredOn(this::creates).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "FINISHED, Nothing",
        "ERROR, Nothing",
        "EXPIRED, Nothing",
        "PUBLISHED, Seen",
        "IN_PROGRESS, Seen",
    })
    void a_container_tells_what_became_of_it(String status, String sighting) {
        var channel = channel(server().address(), wire());
        says("threads", Reply.of(200, "{\"id\":\"7\"}"));
        says("threads_publish", Reply.of(500, ""));
        channel.send(frozen(channel), Posts.AT);
        says("7", Reply.of(200, "{\"status\":\"%s\",\"id\":\"7\"}".formatted(status)));
        says("threads", Reply.of(200, LIST));

        var seen = channel.lookUp(frozen(channel), _ -> false, Posts.AT);

        assertThat(seen.getClass().getSimpleName()).isEqualTo(sighting);
    }

    private Sighting lookUp(String list, Instant now) {
        var channel = channel(server().address(), wire());
        says("threads", Reply.of(200, list));
        return channel.lookUp(frozen(channel), _ -> false, now);
    }

    @Test
    void after_a_restart_the_list_tells() {
        assertThat(lookUp(LIST, Posts.AT))
                .isEqualTo(new Sighting.Seen(
                        new Posted("42", Optional.of(URI.create("https://threads.example/@status/post/A")))));
    }

    @Test
    void a_list_without_it_is_believed_after_five_minutes() {
        var early = lookUp("{\"data\":[]}", Posts.AT.plusSeconds(299));

        assertThat(early)
                .isEqualTo(new Sighting.Unavailable(
                        "Threads may still be publishing it", Optional.of(Duration.ofMinutes(1))));
        assertThat(lookUp("{\"data\":[]}", Posts.AT.plusSeconds(300))).isEqualTo(new Sighting.Nothing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "<html>"})
    void what_is_no_list_shows_nothing_either_way(String body) {
        assertThat(lookUp(body, Posts.AT.plusSeconds(900))).isInstanceOf(Sighting.Unavailable.class);
    }

    @Test
    void a_post_of_another_delivery_or_of_long_ago_is_not_ours() {
        var channel = channel(server().address(), wire());
        says("threads", Reply.of(200, LIST));
        var later = Posts.AT.plusSeconds(900);

        assertThat(channel.lookUp(frozen(channel), "42"::equals, later)).isEqualTo(new Sighting.Nothing());
        assertThat(lookUp(LIST.replace("22T20", "21T20"), later)).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_reply_is_looked_for_among_the_replies() {
        var channel = channel(server().address(), wire());
        says("replies", Reply.of(200, LIST));
        var reply = Posts.frozen(channel, Posts.saying("Text", Optional.of(parent())));

        assertThat(channel.lookUp(reply, _ -> false, Posts.AT)).isInstanceOf(Sighting.Seen.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 190, 0, AuthInvalid, give the file a new one",
        "403, 10, 0, AuthInvalid, check its permissions",
        "400, 200, 0, AuthInvalid, check its permissions",
        "400, 1, 2207051, AuthInvalid, blocked",
        "400, 4, 0, Throttled, too many posts",
        "403, 613, 0, Throttled, too many posts",
        "400, 100, 0, Rejected, will not take",
    })
    void its_own_codes_are_understood(int status, int code, int subcode, String outcome, String words) {
        var body = "{\"error\":{\"message\":\"no\",\"code\":%d,\"error_subcode\":%d}}".formatted(code, subcode);

        var answer = answered(Reply.of(status, body));

        assertThat(answer.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(answer.toString()).contains(words);
    }

    @Test
    void what_passes_may_have_been_published() {
        says("threads_publish", Reply.of(400, "{\"error\":{\"code\":2,\"is_transient\":true}}"));

        assertThat(send(Posts.saying("Text"))).isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"abc, 3", "😀, 4", "é, 1", "👨‍👩‍👧, 18", "❤️, 6", "@all, 5", "1#2, 4"})
    void length_is_counted_as_threads_counts(String text, int length) {
        assertThat(capabilities().limit().measure().of(text)).isEqualTo(length);
    }

    @Test
    void a_post_in_doubt_is_looked_up_and_the_token_is_kept_where_it_is_renewed() {
        assertThat(capabilities().repeat()).isEqualTo(new Repeat.LookUp());
        assertThat(KIND.rotates(settings(server().address(), true))).isTrue();
        assertThat(KIND.rotates(settings(server().address(), false))).isFalse();
        assertThat(KIND.mistakes(new ThreadsSettings(server().address(), "@status", new Secret(TOKEN), true)))
                .containsExactly("user should be the number of a profile, or 'me', not '@status'");
    }

    @Test
    void a_token_is_renewed_when_it_is_a_day_old_and_then_every_week() {
        says("refresh_access_token", Reply.of(200, "{\"access_token\":\"fresh\",\"expires_in\":5183944}"));
        var channel = KIND.create(settings(server().address(), true), new Outfit(wire(), new PocketKeyring()));

        channel.probe(Posts.AT);
        assertThat(channel.ending()).isEmpty();
        channel.probe(Posts.AT.plus(Duration.ofHours(25)));

        assertThat(server().received())
                .filteredOn(request -> request.target().contains("th_refresh_token"))
                .hasSize(1);
        assertThat(server().last().target()).endsWith("access_token=fresh");
        assertThat(channel.ending())
                .contains(Posts.AT.plus(Duration.ofHours(25)).plus(Duration.ofDays(60)));
    }

    @Test
    void a_renewal_that_fails_leaves_the_token_in_use() {
        says("refresh_access_token", Reply.of(500, ""));
        var channel = KIND.create(settings(server().address(), true), new Outfit(wire(), new PocketKeyring()));

        channel.probe(Posts.AT);
        channel.probe(Posts.AT.plus(Duration.ofHours(25)));

        assertThat(server().last().target()).endsWith("/me?fields=username&access_token=" + TOKEN);
    }

    @Test
    void a_token_that_is_over_is_refused() {
        server().script(_ -> Reply.of(400, "{\"error\":{\"message\":\"expired\",\"code\":190}}"));

        assertThat(channel(server().address(), wire()).probe(Posts.AT)).isInstanceOf(Probe.Refused.class);
    }
}
