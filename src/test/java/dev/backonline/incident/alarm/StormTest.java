package dev.backonline.incident.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.incident.Alarm;
import dev.backonline.incident.Transition.Alarmed;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Few alarms are told one by one, and very many of a kind as one. */
class StormTest {
    private static final Alarm CUTOFF = new Alarm.Cutoff(Instant.EPOCH, Instant.EPOCH.plusSeconds(90));

    private static List<Alarm> held(int from, int until) {
        return IntStream.range(from, until)
                .<Alarm>mapToObj(number -> new Alarm.Held("square", number, "nobody can tell"))
                .toList();
    }

    private static List<Alarm> with(List<Alarm> alarms, Alarm more) {
        return Stream.concat(alarms.stream(), Stream.of(more)).toList();
    }

    private static Storm told(List<Alarm> alarms) {
        return new Storm(alarms.stream().<Alarmed>map(Particulars::raised).toList());
    }

    @Test
    void five_of_a_kind_are_told_one_by_one() {
        assertThat(told(List.of()).calmed(held(0, 5))).isEqualTo(held(0, 5));
    }

    @Test
    void hundreds_of_a_kind_are_told_as_one_and_others_beside_it() {
        var calm = told(List.of()).calmed(with(held(0, 300), CUTOFF));

        assertThat(calm)
                .containsExactly(
                        new Alarm.Many("held", 300, held(0, 1).getFirst().why()), CUTOFF);
    }

    @Test
    void what_is_told_one_by_one_goes_on_so_when_many_more_come() {
        var calm = told(held(0, 2)).calmed(held(0, 300));

        assertThat(calm)
                .hasSize(3)
                .startsWith(held(0, 2).toArray(Alarm[]::new))
                .element(2)
                .isInstanceOf(Alarm.Many.class);
    }

    @Test
    void what_is_told_as_one_stands_as_one_until_the_last_of_them_is_over() {
        var many = new Alarm.Many("held", 300, "nobody can tell");

        assertThat(told(List.of(many)).calmed(held(0, 2))).hasSize(1).first().isInstanceOf(Alarm.Many.class);
        assertThat(told(List.of(many)).calmed(List.of())).isEmpty();
    }
}
