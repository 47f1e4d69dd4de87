package dev.backonline.page.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.page.Narrator;
import dev.backonline.page.Piazza;
import dev.backonline.verdict.history.Latency;
import dev.backonline.verdict.history.Past;
import dev.backonline.verdict.history.Past.Point;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The axis begins at zero, and no line is drawn where nothing was heard. */
class LatencyPlotTest {
    private static final Narrator ENGLISH = Piazza.with().narrator(Locale.ENGLISH);

    /** Each is a middle value in milliseconds, whose slowest are twice as slow; a negative one is a gap. */
    private static LatencyPlot plot(int... medians) {
        return new LatencyPlot(
                ENGLISH,
                IntStream.range(0, medians.length)
                        .mapToObj(index -> new Point(
                                Piazza.NOW.plus(Past.POINT.multipliedBy(index)), Past.POINT, latency(medians[index])))
                        .toList());
    }

    private static Optional<Latency> latency(int median) {
        var slow = Duration.ofMillis(2L * median);
        return median < 0 ? Optional.empty() : Optional.of(new Latency(Duration.ofMillis(median), slow, slow));
    }

    @Test
    void the_axis_goes_from_zero_to_a_round_number_that_nothing_exceeds() {
        assertThat(plot(100, 201).most()).isEqualTo("500\u00a0ms");
        assertThat(plot(100, 50).most()).isEqualTo("200\u00a0ms");
        assertThat(plot(700).most()).isEqualTo("2\u00a0s");
        assertThat(plot(0).most()).isEqualTo("1\u00a0ms");
    }

    @Test
    void half_of_the_axis_is_half_of_the_height() {
        var svg = plot(100, 50).svg().getValue();

        assertThat(svg)
                .contains(
                        "viewBox=\"0 0 1 100\"",
                        "class=\"middle\" d=\"M0 50l1 25\"",
                        "class=\"slow\" d=\"M0 0l1 50v25l-1-25z\"");
    }

    @Test
    void where_there_was_no_answer_there_is_no_line() {
        var svg = plot(100, -1, 100, 100, -1).svg().getValue();

        assertThat(svg).contains("class=\"middle\" d=\"M0 50h.1M2 50l1 0\"");
    }

    @Test
    void it_says_in_words_what_it_shows() {
        assertThat(plot(100, 230, -1, 90).svg().getValue())
                .contains("aria-label=\"Between 90\u00a0ms and 230\u00a0ms\"");
        assertThat(plot(100, 1234, -1).newest()).isEqualTo("1.2\u00a0s");
        assertThat(plot(-1, -1).isEmpty()).isTrue();
        assertThat(plot(-1).svg().getValue()).contains("No answers in this time");
    }

    @Test
    void many_points_are_put_together_without_hiding_the_slowest() {
        var medians =
                IntStream.range(0, 288).map(index -> index == 100 ? 400 : 100).toArray();

        var svg = plot(medians).svg().getValue();

        assertThat(svg.length()).isLessThan(900);
        assertThat(svg).containsPattern("slow\" d=\"M0 80l(1 0 )+1-60 1 60( 1 0)+v10l");
        assertThat(plot(medians).most()).isEqualTo("1\u00a0s");
    }
}
