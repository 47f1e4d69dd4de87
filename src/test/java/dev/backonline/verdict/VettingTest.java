package dev.backonline.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VettingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T21:04:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final CheckId CHAT = new CheckId("chat/1-http");

    /**
     * One event each second: + a canary answers, x a canary fails, u up, s slow, d down at the check. What is believed, in its order: the
     * same letters with their seconds; i what was found to teach nothing.
     */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(nullValues = "nothing", textBlock = """
            # Success needs nobody to vouch for it.
            uu,        u0 u1
            # A failure between two answers of the canary is believed when the second comes.
            +d,        nothing
            +d+,       d1
            +dd+,      d1 d2
            +s+,       s1
            # What comes after it waits behind it.
            +du,       nothing
            +du+,      d1 u2
            +dudu+,    d1 u2 d3 u4
            # Then the next waits again.
            +d+d,      d1
            +d+d+u,    d1 d3 u5
            # Before the first answer nobody knows; a failure teaches nothing.
            d,         i0
            xd,        i1
            xud,       u1 i2
            # Our own side fails: all that was held teaches nothing, nor does what fails before it works again.
            +dx,       i1
            +dudx,     i1 u2 i3
            +dxd,      i1 i3
            +dxd+,     i1 i3
            +dxd+d,    i1 i3
            +dxd+d+,   i1 i3 d5
            +xu+u,     u2 u4
            """)
    void a_failure_is_believed_between_two_answers_of_a_canary(String seen, String believed) {
        var vetting = Vetting.byCanaries(List.of(new CheckId("canaries/1-tcp")), PATIENCE);

        var given = played(vetting, seen);

        assertThat(given).isEqualTo(believed == null ? "" : believed);
    }

    @Test
    void a_question_that_was_asked_before_our_own_side_worked_teaches_nothing() {
        var vetting = Vetting.byCanaries(List.of(new CheckId("canaries/1-tcp")), PATIENCE);
        vetting.heard(new Observation(new CheckId("canaries/1-tcp"), at(10), Duration.ZERO, new Answer.Up()));
        var late = new Observation(CHAT, at(12), Duration.ofSeconds(5), down(Answer.Layer.TRANSPORT));

        var believed = vetting.vetted(late);

        assertThat(believed).hasSize(1);
        assertThat(believed.getFirst().answer())
                .isEqualTo(new Answer.Inconclusive("our own side failed: connection refused"));
    }

    @Test
    void one_canary_of_several_is_enough() {
        var one = new CheckId("canaries/1-tcp");
        var other = new CheckId("canaries/2-tcp");
        var vetting = Vetting.byCanaries(List.of(one, other), PATIENCE);
        vetting.heard(new Observation(one, at(0), Duration.ZERO, new Answer.Up()));
        vetting.heard(new Observation(other, at(0), Duration.ZERO, down(Answer.Layer.TRANSPORT)));
        var failure = new Observation(CHAT, at(1), Duration.ZERO, down(Answer.Layer.TRANSPORT));

        var held = vetting.vetted(failure);
        var stillHeld = vetting.heard(new Observation(other, at(2), Duration.ZERO, down(Answer.Layer.TRANSPORT)));
        var believed = vetting.heard(new Observation(one, at(3), Duration.ZERO, new Answer.Up()));

        assertThat(held).isEmpty();
        assertThat(stillHeld).isEmpty();
        assertThat(believed).containsExactly(failure);
    }

    @Test
    void a_canary_that_answers_wrongly_vouches_for_nothing() {
        var canary = new CheckId("canaries/1-http");
        var vetting = Vetting.byCanaries(List.of(canary), PATIENCE);

        vetting.heard(new Observation(canary, at(0), Duration.ZERO, down(Answer.Layer.ANSWER)));

        assertThat(vetting.ownSideWorks()).contains(false);
    }

    @Test
    void what_nobody_vouches_for_in_time_teaches_nothing() {
        var vetting = Vetting.byCanaries(List.of(new CheckId("canaries/1-tcp")), PATIENCE);
        played(vetting, "+du");

        var early = vetting.expired(at(61));
        var late = vetting.expired(at(62));

        assertThat(early).isEmpty();
        assertThat(shown(late)).isEqualTo("i1 u2");
        assertThat(vetting.held()).isEmpty();
    }

    /**
     * One event each second: three hosts a, b and c are reached (small) or not (capital); A failure that is an answer: 1, 2, 3. What is
     * believed, as above.
     */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(nullValues = "nothing", textBlock = """
            abc,       u0 u1 u2
            # One host fails while others are reached.
            abcA,      u0 u1 u2
            abcAb,     u0 u1 u2 d3 u4
            # An answer is a way through, whatever it says.
            abcA2,     u0 u1 u2 d3 d4
            abc1,      u0 u1 u2 d3
            # All fail, one after the other: nothing of it is believed.
            abcAB,     u0 u1 u2
            abcABC,    u0 u1 u2 i3 i4 i5
            abcABCA,   u0 u1 u2 i3 i4 i5 i6
            # Nor once they are reached again.
            abcABCaB,  u0 u1 u2 i3 i4 i5 u6
            abcABCABbAa, u0 u1 u2 i3 i4 i5 i6 i7 u8 d9 u10
            # At the start nobody knows.
            A,         i0
            Ab,        i0 u1
            AbA,       i0 u1
            AbAc,      i0 u1 d2 u3
            """)
    void without_canaries_a_failure_of_all_hosts_is_our_own(String seen, String believed) {
        var hosts = Map.of(check('a'), "one.example", check('b'), "two.example", check('c'), "three.example");
        var vetting = Vetting.byHosts(hosts, hosts.keySet(), PATIENCE);
        var free = new ArrayList<Observation>();

        for (var second = 0; second < seen.length(); second++) {
            free.addAll(vetting.vetted(reached(seen.charAt(second), second)));
        }

        assertThat(shown(free)).isEqualTo(believed);
    }

    private static String played(Vetting vetting, String seen) {
        var free = new ArrayList<Observation>();
        for (var second = 0; second < seen.length(); second++) {
            var event = seen.charAt(second);
            free.addAll(
                    event == '+' || event == 'x'
                            ? vetting.heard(observation("canaries/1-tcp", second, event == '+' ? 'u' : 'd'))
                            : vetting.vetted(observation(CHAT.value(), second, event)));
        }
        return shown(free);
    }

    private static Observation observation(String check, int second, char seen) {
        var answer = switch (seen) {
            case 'u' -> new Answer.Up();
            case 's' -> new Answer.Slow("answered after 1.2s, more than 800ms");
            default -> down(Answer.Layer.TRANSPORT);
        };
        return new Observation(new CheckId(check), at(second), Duration.ofMillis(5), answer);
    }

    private static Observation reached(char event, int second) {
        var answer = Character.isDigit(event)
                ? down(Answer.Layer.ANSWER)
                : Character.isUpperCase(event) ? down(Answer.Layer.TRANSPORT) : new Answer.Up();
        var host = Character.isDigit(event) ? (char) ('a' + event - '1') : Character.toLowerCase(event);
        return new Observation(check(host), at(second), Duration.ofMillis(5), answer);
    }

    private static CheckId check(char host) {
        return new CheckId(host + "/1-http");
    }

    private static Answer down(Answer.Layer layer) {
        return new Answer.Down(layer, layer == Answer.Layer.ANSWER ? "HTTP 503" : "connection refused");
    }

    private static Instant at(int second) {
        return NOW.plusSeconds(second);
    }

    private static String shown(List<Observation> observations) {
        return String.join(
                " ",
                observations.stream()
                        .map(one -> letter(one.answer())
                                + Duration.between(NOW, one.at()).toSeconds())
                        .toList());
    }

    private static String letter(Answer answer) {
        return switch (answer) {
            case Answer.Up _ -> "u";
            case Answer.Slow _ -> "s";
            case Answer.Down _ -> "d";
            case Answer.Inconclusive _ -> "i";
        };
    }
}
