package dev.backonline.bot.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.CheckId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bot whose own machine is too busy does not say that services are slow or away. */
class StrainTest {
    private static final CheckId CHECK = new CheckId("chat/1-http");
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Answer TIMED_OUT = new Answer.Down(Layer.TRANSPORT, "time-out after 3s");
    private static final Answer SLOW = new Answer.Slow("answered after 2s, more than 800ms");
    private static final Answer REFUSED = new Answer.Down(Layer.TRANSPORT, "connection refused");

    private long now = Duration.ofHours(5).toNanos();
    private final List<String> heard = new ArrayList<>();
    private final Strain strain = new Strain(() -> now, new Pacer.Listener() {
        @Override
        public void began(CheckId check, long lateNanos) {
            heard.add("%s %d".formatted(check, lateNanos));
        }

        @Override
        public void skipped(CheckId check, long slots) {
            heard.add("%s skipped %d".formatted(check, slots));
        }
    });

    @Test
    void on_a_machine_that_keeps_pace_every_answer_is_worth_what_it_says() {
        strain.began(CHECK, millis(20));

        assertThat(asked(TIMED_OUT, 3_000)).isEqualTo(TIMED_OUT);
        assertThat(asked(SLOW, 2_000)).isEqualTo(SLOW);
    }

    @Test
    void while_checks_begin_late_a_time_out_says_nothing() {
        strain.began(CHECK, millis(251));

        assertThat(asked(TIMED_OUT, 3_000))
                .isEqualTo(new Answer.Inconclusive("this machine was too busy to tell; time-out after 3s"));
    }

    @Test
    void while_checks_begin_late_a_slow_answer_says_nothing() {
        strain.began(CHECK, millis(251));

        assertThat(asked(SLOW, 2_000))
                .isEqualTo(new Answer.Inconclusive(
                        "this machine was too busy to tell; answered after 2s, more than 800ms"));
    }

    @Test
    void what_another_check_showed_while_this_one_waited_counts_too() {
        var began = now;
        now += millis(2_000);
        strain.began(new CheckId("shop/1-http"), millis(400));
        now += millis(1_000);

        assertThat(strain.worth(TIMED_OUT, TIMEOUT, began, now)).isInstanceOf(Answer.Inconclusive.class);
    }

    @Test
    void a_time_out_that_is_noticed_late_shows_it_by_itself() {
        assertThat(asked(TIMED_OUT, 3_300)).isInstanceOf(Answer.Inconclusive.class);
    }

    @Test
    void what_a_service_or_its_host_said_counts_whatever_the_machine_does() {
        strain.began(CHECK, millis(900));

        assertThat(asked(REFUSED, 5)).isEqualTo(REFUSED);
        assertThat(asked(new Answer.Down(Layer.ANSWER, "status 500"), 40))
                .isEqualTo(new Answer.Down(Layer.ANSWER, "status 500"));
        assertThat(asked(new Answer.Up(), 40)).isEqualTo(new Answer.Up());
    }

    @Test
    void once_the_machine_keeps_pace_again_time_outs_count_again() {
        strain.began(CHECK, millis(900));
        now += millis(300);

        assertThat(asked(TIMED_OUT, 3_000)).isEqualTo(TIMED_OUT);
    }

    @Test
    void who_counts_the_pace_hears_all_of_it() {
        strain.began(CHECK, 7);
        strain.skipped(CHECK, 2);

        assertThat(heard).containsExactly("chat/1-http 7", "chat/1-http skipped 2");
    }

    private Answer asked(Answer answer, long millis) {
        var began = now;
        now += millis(millis);
        return strain.worth(answer, TIMEOUT, began, now);
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
