package dev.backonline.channel.x;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Channel;
import dev.backonline.channel.NetworkContract;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.Probe;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.x.XSettings.Threading;
import dev.backonline.check.Wire;
import dev.backonline.house.Golden;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With links and replies, so that all that may be carried is; what is the default has tests of its own. */
class XAccountTest extends NetworkContract {
    private static final XKind KIND = new XKind();

    static XSettings signed(URI api, Threading thread, boolean links) {
        return settings(api, "kst", thread, links);
    }

    /** Those of the letters: consumer key and token secret (k), consumer secret (s), access token (t), client (c), its secret (p), refresh (r). */
    static XSettings settings(URI api, String which, Threading thread, boolean links) {
        return new XSettings(
                api,
                secret(which, 'k', "made-up-key"),
                secret(which, 's', TOKEN),
                secret(which, 't', "made-up-token"),
                secret(which, 'k', "made-up-token-secret"),
                secret(which, 'c', "made-up-client"),
                secret(which, 'p', "made-up-client-secret"),
                secret(which, 'r', "refresh-0"),
                thread,
                links);
    }

    private static Optional<Secret> secret(String which, char letter, String value) {
        return which.indexOf(letter) < 0 ? Optional.empty() : Optional.of(new Secret(value));
    }

    static Channel account(URI api, Wire wire) {
        return KIND.create(signed(api, Threading.EXPERIMENTAL, true), Outfit.of(wire));
    }

    @Override
    protected String type() {
        return "x";
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(signed(URI.create("https://api.example.org"), Threading.EXPERIMENTAL, true));
    }

    @Override
    protected Channel channel(URI server, Wire wire) {
        return account(server, wire);
    }

    @Override
    protected Reply yes() {
        return Reply.of(201, "{\"data\":{\"id\":\"1992000000000000001\",\"text\":\"Text\"}}");
    }

    @Override
    protected Posted parent() {
        return new Posted("1992000000000000000", Optional.empty());
    }

    /** Nonce and signature depend on the server's port. */
    @Override
    protected String carried(Channel.Post post) {
        return super.carried(post).replaceAll("oauth_(nonce|signature)=\"[^\"]+\"", "oauth_$1=\"…\"");
    }

    @Test
    void by_default_there_is_no_link_and_no_reply() {
        var settings = signed(server().address(), Threading.OFF, false);
        var channel = KIND.create(settings, Outfit.of(wire()));

        channel.send(Posts.frozen(channel, Posts.of(Saying.PROBLEM, Optional.empty(), Posts.ITALIAN)), Posts.AT);

        Golden.matches("channel/x/default.txt", server().last().body() + "\n");
        assertThat(KIND.capabilities(settings).thread()).isFalse();
    }

    @Test
    void a_yes_names_the_posts_id_and_address() {
        var link = URI.create("https://x.com/i/web/status/1992000000000000001");

        assertThat(send(Posts.saying("Text")))
                .isEqualTo(new Outcome.Delivered(new Posted("1992000000000000001", Optional.of(link))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | {\"detail\":\"You are not allowed to create a Tweet with duplicate content.\",\"title\":\"Forbidden\"} | Unknown",
                "403 | {\"errors\":[{\"code\":187,\"message\":\"Status is a duplicate.\"}]} | Unknown",
                "403 | {\"title\":\"Client Forbidden\",\"type\":\"https://api.x.com/2/problems/client-forbidden\"} | AuthInvalid",
                "402 | {\"title\":\"Payment Required\",\"detail\":\"Your account has no credits left.\"} | AuthInvalid",
                "429 | {\"title\":\"UsageCapExceeded\",\"type\":\"https://api.x.com/2/problems/usage-capped\"} | AuthInvalid",
                "429 | {\"errors\":[{\"code\":88,\"message\":\"Rate limit exceeded\"}]} | Throttled",
                "403 | {\"detail\":\"Reply to this conversation is not allowed.\"} | AuthInvalid",
                "400 | {\"detail\":\"One or more parameters to your request was invalid.\"} | Rejected",
                "201 | {\"data\":{\"id\":\"not-a-number\"}} | Unknown",
            })
    void an_answer_is_read_by_its_words(int status, String body, String outcome) {
        assertThat(answered(Reply.of(status, body)).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void a_reply_that_is_not_allowed_stands_alone_the_next_time() {
        server().script(_ -> Reply.of(403, "{\"detail\":\"Reply to this conversation is not allowed.\"}"));

        var outcome = send(Posts.of(Saying.STILL, Optional.of(parent()), Posts.ENGLISH));

        assertThat(outcome).isInstanceOf(Outcome.ParentGone.class);
    }

    @Test
    void the_account_is_asked_for_without_posting() {
        server().script(_ -> Reply.of(200, "{\"data\":{\"id\":\"7\",\"username\":\"status\"}}"));

        var probe = channel(server().address(), wire()).probe(Posts.AT);

        assertThat(probe).isEqualTo(new Probe.Ready("@status", OptionalInt.empty()));
        assertThat(server().last().method()).isEqualTo("GET");
        server().script(_ -> Reply.of(401, "{\"title\":\"Unauthorized\"}"));
        assertThat(channel(server().address(), wire()).probe(Posts.AT)).isInstanceOf(Probe.Refused.class);
        assertThat(channel(dev.backonline.channel.ScriptedServer.nowhere(), wire())
                        .probe(Posts.AT))
                .isInstanceOf(Probe.Unreachable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kst | ",
                "cr | ",
                "cpr | ",
                "'' | needs the credentials",
                "kstcr | not both|",
                "k | lacks consumer-secret and access-token",
                "p | lacks client-id and refresh-token",
                "c | lacks refresh-token",
            })
    void one_whole_set_of_credentials_is_needed(String which, String mistake) {
        var settings = settings(URI.create("https://api.example.org"), which, Threading.OFF, false);

        var mistakes = KIND.mistakes(settings);

        if (mistake == null) {
            assertThat(mistakes).isEmpty();
        } else {
            assertThat(mistakes)
                    .singleElement()
                    .asString()
                    .contains(mistake.replace("not both", "one of the two sets"));
        }
    }

    @Test
    void only_the_tokens_of_the_second_set_change() {
        var api = URI.create("https://api.example.org");

        assertThat(KIND.rotates(settings(api, "kst", Threading.OFF, false))).isFalse();
        assertThat(KIND.rotates(settings(api, "cr", Threading.OFF, false))).isTrue();
    }
}
