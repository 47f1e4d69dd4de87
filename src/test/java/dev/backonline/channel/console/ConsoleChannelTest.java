package dev.backonline.channel.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Channel.Post;
import dev.backonline.channel.ChannelContract;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Posts;
import dev.backonline.outbox.Posted;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleChannelTest extends ChannelContract {
    private static final ConsoleSettings SETTINGS = new ConsoleSettings(Optional.empty(), 500);

    @Override
    protected String type() {
        return "console";
    }

    @Override
    protected Capabilities capabilities() {
        return new ConsoleKind().capabilities(SETTINGS);
    }

    @Override
    protected String carried(Post post) {
        return printed(post, StandardCharsets.UTF_8);
    }

    private static String printed(Post post, Charset charset) {
        var bytes = new ByteArrayOutputStream();
        var channel = new ConsoleChannel(SETTINGS, new PrintStream(bytes, true, charset));
        channel.send(Posts.frozen(channel, post), Posts.AT);
        return bytes.toString(charset);
    }

    @Test
    void a_post_has_an_id_so_that_it_can_be_replied_to() {
        var channel = new ConsoleChannel(SETTINGS, new PrintStream(new ByteArrayOutputStream()));
        var frozen = Posts.frozen(channel, Posts.saying("Text"));

        var outcome = channel.send(frozen, Posts.AT);

        assertThat(outcome).isEqualTo(new Outcome.Delivered(new Posted(frozen.key(), Optional.empty())));
    }

    @Test
    void a_console_without_frames_gets_plain_letters() {
        var printed = printed(Posts.saying("Text"), StandardCharsets.US_ASCII);

        assertThat(printed)
                .contains("+- Harbour Status - English - 21:04:00", "| Text")
                .doesNotContain("?");
    }

    @Test
    void nothing_moves_the_cursor() {
        var printed = printed(Posts.saying("red \u001b[31malert\u0007"), StandardCharsets.UTF_8);

        assertThat(printed).contains("red [31malert").doesNotContain("\u001b", "\u0007");
    }

    @Test
    void a_closed_console_is_not_written() {
        var out = new PrintStream(new ByteArrayOutputStream());
        var channel = new ConsoleChannel(SETTINGS, out);
        out.close();

        var outcome = channel.send(Posts.frozen(channel, Posts.saying("Text")), Posts.AT);

        assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
    }

    @Test
    void a_limit_of_nothing_is_a_mistake() {
        assertThat(new ConsoleKind().mistakes(new ConsoleSettings(Optional.empty(), 0)))
                .hasSize(1);
    }
}
