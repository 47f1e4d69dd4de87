package dev.backonline.channel.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Secret;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class JsonWebTokenTest {
    @Test
    void the_end_of_a_session_is_read_from_its_token_where_it_can_be() {
        var claims = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"exp\":1790000000}".getBytes(UTF_8));

        assertThat(JsonWebToken.end(new Secret("made." + claims + ".up")))
                .contains(Instant.ofEpochSecond(1_790_000_000));
        assertThat(JsonWebToken.end(new Secret("made-up"))).isEmpty();
        assertThat(JsonWebToken.end(new Secret("made.?.up"))).isEmpty();
        assertThat(JsonWebToken.end(new Secret("made.e30.up"))).isEmpty();
    }
}
