package dev.backonline.bot.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.playback.Histories;
import dev.backonline.config.ChannelPlan;
import dev.backonline.house.Golden;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every scenario is read as people would have read it, in every language. */
class ScenarioTest {
    @ParameterizedTest
    @EnumSource(
            value = Scenario.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OWN_NETWORK_DOWN"})
    void a_scenario_reads_well_in_every_language(Scenario scenario) {
        for (var language : new String[] {"en", "it", "es", "fr", "de", "pt"}) {
            var config = Histories.config();
            var channels = new ArrayList<ChannelPlan<?>>();
            config.channels().forEach(plan -> channels.add(plan.speaking(Locale.forLanguageTag(language))));

            var lines = new Transcript(
                            scenario.played(config.on(channels)),
                            config.identity().zone())
                    .lines();

            Golden.matches(
                    "rehearsal/%s.%s.txt".formatted(scenario.title(), language),
                    scenario.sentence() + "\n\n" + String.join("\n", lines));
        }
    }

    @Test
    void nothing_is_posted_while_our_own_network_is_down() {
        var posts = Scenario.OWN_NETWORK_DOWN.played(Histories.config()).posts();

        var back = Scenario.BEGIN.plus(Scenario.CALM).plusSeconds(15 * 60);
        assertThat(posts).noneMatch(post -> post.at().isBefore(back));
    }
}
