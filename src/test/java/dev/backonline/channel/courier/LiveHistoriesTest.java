package dev.backonline.channel.courier;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.FakeNetwork;
import dev.backonline.channel.FakeNetwork.Mood;
import dev.backonline.outbox.Subscription.Late;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random histories of one post that is kept up to date: whatever the network and the process go through, in the end it says how things are. */
class LiveHistoriesTest {
    private static final int HISTORIES = Integer.getInteger("histories", 500);
    private static final int STEPS = 12;

    private static final List<Repeat> CLASSES =
            List.of(new Repeat.Same(), new Repeat.Keyed(ofMinutes(60)), new Repeat.LookUp());

    /** What leaves no doubt in the end about how many posts there may be. */
    private static final List<Mood> MOODS = List.of(
            Mood.WORKS, Mood.WORKS, Mood.REFUSES, Mood.CREATES_THEN_RESETS, Mood.RESETS, Mood.THROTTLES, Mood.WORKS);

    private final FakeNetwork network = new FakeNetwork(true);
    private boolean open = true;

    @Test
    void in_the_end_the_newest_post_says_how_things_are_and_all_before_it_that_they_were_over() {
        for (var seed = 1; seed <= HISTORIES; seed++) {
            var history = new LiveHistoriesTest();

            history.play(new Random(seed));

            var over = history.network.texts().stream()
                    .map(LiveHistoriesTest::isOver)
                    .toList();
            assertThat(over).as("seed %d", seed).isNotEmpty().last().isEqualTo(!history.open);
            assertThat(over.subList(0, over.size() - 1)).as("seed %d", seed).doesNotContain(false);
        }
    }

    private static boolean isOver(String text) {
        return text.startsWith("resolved") || text.startsWith("summary");
    }

    private void play(Random random) {
        var office = new Office(network, CLASSES.get(random.nextInt(CLASSES.size())), Late.SUMMARY).live();
        office.problem();
        for (var step = 0; step < STEPS; step++) {
            network.next(MOODS.get(random.nextInt(MOODS.size())));
            office.pass(ofSeconds(random.nextInt(25)));
            befall(office, random);
        }
        network.calm();
        office.pass(ofMinutes(5));
    }

    private void befall(Office office, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> office.restarted().anew();
            case 1 -> turn(office);
            default -> news(office);
        }
    }

    private void turn(Office office) {
        if (open) {
            office.resolved();
        } else {
            office.again();
        }
        open = !open;
    }

    private void news(Office office) {
        if (open) {
            office.still();
        }
    }
}
