package dev.backonline.bot.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.store.TestDatabase;
import org.junit.jupiter.api.Test;

/** Promise 1 on SQLite. */
class CrashTest extends Kills {
    private static final int CRASHES = Integer.getInteger("crashes", 100);

    @Test
    void killed_anywhere_each_post_is_told_once() {
        var figures = histories("SQLite", CRASHES, () -> TestDatabase.embedded(folder()), CrashHistory::run);

        assertThat(figures.of("crashes")).isEqualTo(CRASHES);
    }
}
