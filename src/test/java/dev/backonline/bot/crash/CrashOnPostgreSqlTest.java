package dev.backonline.bot.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.store.TestDatabase;
import org.junit.jupiter.api.Test;

/** Promise 1 on PostgreSQL, which may also lose us while we live on. */
class CrashOnPostgreSqlTest extends Kills {
    private static final int CRASHES = Integer.getInteger("crashes", 75);
    private static final int CUTS = Integer.getInteger("cuts", 25);

    @Test
    void killed_anywhere_each_post_is_told_once() {
        var figures = histories("PostgreSQL", CRASHES, TestDatabase::postgresql, CrashHistory::run);

        assertThat(figures.of("crashes")).isEqualTo(CRASHES);
    }

    @Test
    void with_its_connections_to_the_database_cut_anywhere_each_post_is_told_once() {
        var figures = histories("PostgreSQL, connections cut", CUTS, TestDatabase::postgresql, CrashHistory::cut);

        assertThat(figures.of("cut")).isEqualTo(CUTS);
    }
}
