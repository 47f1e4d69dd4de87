package dev.backonline.channel.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.outbox.Posted;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThreadIdTest {
    @Test
    void a_reply_to_a_reply_names_the_first_post() {
        var reply = new ThreadId("2", Optional.of("1")).posted();

        assertThat(reply.id()).isEqualTo("2 1");
        assertThat(ThreadId.of(reply).own()).isEqualTo("2");
        assertThat(ThreadId.of(reply).root()).isEqualTo("1");
    }

    @Test
    void the_first_post_of_a_thread_is_named_itself() {
        var first = new Posted("1", Optional.empty());

        assertThat(ThreadId.of(first).root()).isEqualTo("1");
        assertThat(ThreadId.of(first).posted()).isEqualTo(first);
    }
}
