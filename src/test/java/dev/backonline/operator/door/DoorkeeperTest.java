package dev.backonline.operator.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.operator.door.Doorkeeper.Visitor;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorkeeperTest {
    private static final OperatorName ANNA = new OperatorName("anna");
    private static final OperatorName BRUNO = new OperatorName("bruno");

    private final AtomicLong nanos = new AtomicLong();
    private Map<OperatorName, Pass> passes =
            Map.of(ANNA, Pass.of("made-up-token-of-anna"), BRUNO, Pass.of("made-up-token-of-bruno"));
    private final Doorkeeper doorkeeper = new Doorkeeper(() -> passes, nanos::get);

    private Visitor look(String header) {
        return doorkeeper.look(Optional.of(header));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer made-up-token-of-anna", "bearer made-up-token-of-anna", "Bearer  made-up-token-of-anna "
            })
    void the_right_token_says_who_it_is(String header) {
        assertThat(look(header)).isEqualTo(new Visitor.Known(ANNA));
        assertThat(look(header.replace("anna", "bruno"))).isEqualTo(new Visitor.Known(BRUNO));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bearer", "Bearer ", "Bearer made-up", "made-up-token-of-anna", "Basic made-up-token-of-anna"
            })
    void anything_else_is_a_stranger(String header) {
        assertThat(look(header)).isEqualTo(new Visitor.Stranger());
    }

    @Test
    void who_is_let_in_may_change() {
        passes = Map.of(BRUNO, Pass.of("made-up-token-of-anna"));

        assertThat(look("Bearer made-up-token-of-anna")).isEqualTo(new Visitor.Known(BRUNO));
        assertThat(look("Bearer made-up-token-of-bruno")).isEqualTo(new Visitor.Stranger());
    }

    @Test
    void nobody_is_admitted_without_a_word() {
        assertThat(doorkeeper.look(Optional.empty())).isEqualTo(new Visitor.Stranger());
    }

    @Test
    void after_many_wrong_tokens_strangers_are_told_to_stay_away_for_a_minute_and_friends_are_let_in() {
        for (var attempt = 0; attempt < 20; attempt++) {
            assertThat(look("Bearer guess-" + attempt)).isEqualTo(new Visitor.Stranger());
        }

        assertThat(look("Bearer another-guess")).isEqualTo(new Visitor.Crowd());
        assertThat(look("Bearer made-up-token-of-anna")).isEqualTo(new Visitor.Known(ANNA));

        nanos.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(look("Bearer another-guess")).isEqualTo(new Visitor.Stranger());
    }
}
