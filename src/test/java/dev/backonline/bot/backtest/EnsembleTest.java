package dev.backonline.bot.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.playback.Histories;
import dev.backonline.bot.playback.Performance;
import dev.backonline.bot.playback.Playback;
import dev.backonline.bot.playback.Posting;
import dev.backonline.config.BotConfig;
import dev.backonline.incident.Change;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that are never spoken of together are played apart, and it makes no difference. */
class EnsembleTest {
    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void what_is_played_in_parts_is_what_is_played_at_once(long seed) {
        var config = Histories.unguarded();
        var tapes = Histories.of(config, new Random(seed));
        var end = Histories.START.plus(Histories.LENGTH);

        var inParts = new Ensemble(config, tapes).until(end);

        var atOnce = new Playback(config, tapes).until(end);
        assertThat(told(inParts)).isNotEmpty().containsExactlyInAnyOrderElementsOf(told(atOnce));
        assertThat(inParts.posts()).extracting(Posting::at).isSorted();
        assertThat(inParts.start()).isEqualTo(atOnce.start());
    }

    @Test
    void incidents_of_different_parts_have_names_of_their_own() {
        var config = Histories.unguarded();
        var end = Histories.START.plus(Histories.LENGTH);

        var inParts = new Ensemble(config, Histories.of(config, new Random(7))).until(end);

        var groups = inParts.changes().stream()
                .map(Change::incident)
                .filter(incident -> incident.version() == 1)
                .toList();
        assertThat(groups)
                .extracting(one -> one.id().value())
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(2);
    }

    @Test
    void where_canaries_vouch_for_all_everything_is_played_at_once() {
        BotConfig config = Histories.config();
        var tapes = Histories.of(config, new Random(8));
        var end = Histories.START.plus(Histories.LENGTH);

        var played = new Ensemble(config, tapes).until(end);

        assertThat(lines(played)).isNotEmpty().isEqualTo(lines(new Playback(config, tapes).until(end)));
    }

    private static List<String> told(Performance performance) {
        return performance.changes().stream().map(EnsembleTest::told).toList();
    }

    private static String told(Change change) {
        return change.update().at() + " " + change.update().transition();
    }

    private static List<String> lines(Performance performance) {
        return performance.changes().stream()
                .map(change -> change.incident().id() + " " + told(change))
                .toList();
    }
}
