package dev.backonline.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.incident.Change;
import dev.backonline.store.file.EmbeddedFile;
import dev.backonline.store.file.FileCopy;
import dev.backonline.store.file.FileCopy.Copied;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCopyTest {
    @TempDir
    private Path folder;

    private Path data = Path.of("data");
    private Path target = Path.of("copy.db");

    @BeforeEach
    void choose() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        target = folder.resolve("copy.db");
    }

    private Copied copied() {
        return new FileCopy(new EmbeddedFile(data), target).made();
    }

    private static void keep(TestDatabase database, int number) {
        var incident = Samples.opened(Samples.id(number), Samples.NOW);
        var deliveries = List.of(Samples.delivery(incident, Samples.SQUARE));
        assertThat(database.store().ledger().record(new Change(incident), deliveries))
                .isTrue();
    }

    /** The copy put where another bot finds it. */
    private TestDatabase restored() throws IOException {
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.copy(target, new EmbeddedFile(elsewhere).path());
        return TestDatabase.embedded(elsewhere);
    }

    @Test
    void a_copy_that_was_made_while_others_write_is_whole_and_can_be_worked_on() throws Exception {
        try (var database = TestDatabase.embedded(data)) {
            IntStream.range(0, 50).forEach(number -> keep(database, number));
            var done = new AtomicBoolean();
            var writer = Thread.startVirtualThread(() ->
                    IntStream.range(50, 1_000).takeWhile(_ -> !done.get()).forEach(number -> keep(database, number)));

            var copied = copied();

            done.set(true);
            writer.join();
            assertThat(copied).isEqualTo(new Copied.Whole(Files.size(target)));
        }
        try (var restored = restored()) {
            var open = restored.store().outbox().open(2_000);
            assertThat(open)
                    .hasSizeGreaterThanOrEqualTo(50)
                    .allSatisfy(
                            delivery -> assertThat(restored.store().incidents().find(delivery.incident()))
                                    .isPresent());
            keep(restored, 5_000);
        }
    }

    @Test
    void a_copy_of_a_stopped_bot_has_everything_and_is_for_its_owner_only() throws Exception {
        try (var database = TestDatabase.embedded(data)) {
            keep(database, 1);
        }

        var copied = copied();

        assertThat(copied).isInstanceOf(Copied.Whole.class);
        assertThat(Files.getPosixFilePermissions(target)).hasSize(2);
        try (var restored = restored()) {
            assertThat(restored.store().incidents().find(Samples.id(1))).isPresent();
        }
    }

    @Test
    void nothing_is_overwritten() throws Exception {
        TestDatabase.embedded(data).close();
        Files.writeString(target, "dear to somebody");

        var copied = copied();

        assertThat(copied)
                .isEqualTo(new Copied.Not(
                        target + " is there already, and a backup overwrites nothing: name another file."));
        assertThat(target).hasContent("dear to somebody");
    }

    @Test
    void a_folder_without_a_database_is_said_to_be_one() {
        var copied = copied();

        assertThat(copied)
                .isEqualTo(new Copied.Not(
                        "There is no %s: no bot has kept anything there, or BACKONLINE_DATA names another folder."
                                .formatted(data.resolve("backonline.db"))));
        assertThat(target).doesNotExist();
    }

    @Test
    void a_place_that_is_not_there_is_named() throws Exception {
        TestDatabase.embedded(data).close();
        target = folder.resolve("nowhere/copy.db");

        var copied = copied();

        assertThat(copied)
                .isInstanceOfSatisfying(
                        Copied.Not.class, not -> assertThat(not.why()).startsWith(target + " can't be written: "));
    }

    @Test
    void a_damaged_database_leaves_no_copy_and_no_part_of_one() throws Exception {
        Files.writeString(data.resolve("backonline.db"), "this is no database, whatever its name says".repeat(100));

        var copied = copied();

        assertThat(copied)
                .isInstanceOfSatisfying(
                        Copied.Not.class,
                        not -> assertThat(not.why())
                                .startsWith(data.resolve("backonline.db") + " can't be copied: ")
                                .contains("not a database"));
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(data);
        }
    }
}
