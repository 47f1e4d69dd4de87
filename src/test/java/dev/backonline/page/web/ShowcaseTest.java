package dev.backonline.page.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.page.Piazza;
import dev.backonline.page.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site that is served: swapped at once, kept on disk, found again. */
class ShowcaseTest {
    @TempDir
    private Path data;

    @Test
    void at_the_very_first_start_there_is_nothing_to_serve() {
        var showcase = new Showcase(data);

        assertThat(showcase.site()).isEmpty();
    }

    @Test
    void after_a_restart_the_last_site_is_served_and_says_how_old_it_is() {
        new Showcase(data).show(Scene.SEVERAL.model());

        var site = new Showcase(data).site().orElseThrow();

        assertThat(site.find("/en/").orElseThrow().text())
                .contains("This page may be behind", "Jun 18, 2026, 8:30")
                .contains("Problems with Payments");
        assertThat(site.languages()).containsExactly("it", "en");
    }

    @Test
    void what_is_shown_after_a_restart_keeps_the_times_of_what_did_not_change() {
        new Showcase(data).show(Scene.SEVERAL.model());
        var restarted = new Showcase(data);
        var path = "/api/v2/incidents/unresolved.json";
        var before = restarted.site().orElseThrow().find("/history.atom").orElseThrow();

        restarted.show(Scene.SEVERAL.model().withTime(Piazza.NOW.plus(Duration.ofHours(1))));

        var site = restarted.site().orElseThrow();
        assertThat(site.find("/history.atom").orElseThrow()).isSameAs(before);
        assertThat(site.find(path).orElseThrow().modified()).isAfter(before.modified());
        assertThat(site.find("/en/").orElseThrow().text()).doesNotContain("This page may be behind");
    }

    @Test
    void nothing_new_changes_nothing() {
        var showcase = new Showcase(data);
        showcase.show(Scene.OUTAGE.model());
        var before = showcase.site().orElseThrow();

        showcase.show(Scene.OUTAGE.model().withTime(Piazza.NOW.plus(Duration.ofMinutes(5))));

        assertThat(showcase.site().orElseThrow()).isSameAs(before);
    }

    @Test
    void another_day_is_something_new() {
        var showcase = new Showcase(data);
        showcase.show(Scene.RESOLVED.model());

        showcase.show(Scene.RESOLVED.model().withTime(Piazza.NOW.plus(Duration.ofDays(40))));

        assertThat(showcase.site().orElseThrow().find("/en/").orElseThrow().text())
                .contains("No incidents in the last 30 days");
    }

    @Test
    void a_file_that_is_no_snapshot_is_left_alone_until_there_is_a_new_one() throws IOException {
        var file = data.resolve("page.snapshot");
        new Showcase(data).show(Scene.CALM.model());
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 5_000));

        var showcase = new Showcase(data);

        assertThat(showcase.site()).isEmpty();
        showcase.show(Scene.CALM.model());
        assertThat(new Showcase(data).site()).isPresent();
    }

    @Test
    void a_disk_that_cannot_be_written_does_not_stop_the_page() throws IOException {
        var showcase = new Showcase(Files.writeString(data.resolve("file"), "").resolve("below"));

        showcase.show(Scene.CALM.model());

        assertThat(showcase.site()).isPresent();
    }
}
