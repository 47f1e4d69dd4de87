package dev.backonline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in a migration, so that the version before works on its tables: as pods are replaced, both do. */
class MigrationsTest {
    /** The newest one that was written before two versions could stand beside each other. */
    private static final int EARLIER = 11;

    private static final Pattern FILE = Pattern.compile("V(\\d+)__(\\w+)\\.sql");
    private static final Pattern ADDS = Pattern.compile(
            "CREATE (TABLE|INDEX|UNIQUE INDEX) .*|ALTER TABLE \\w+ ADD COLUMN \\w+ \\w+( NOT NULL DEFAULT \\S+| DEFAULT \\S+)?",
            Pattern.DOTALL);
    private static final Pattern STAR = Pattern.compile("(?i)(SELECT|RETURNING) (\\w+\\.)?\\*");

    private static Map<Integer, Path> migrations(Dialect dialect) throws IOException {
        var found = new TreeMap<Integer, Path>();
        try (var files = Files.list(Path.of(
                System.getProperty("basedir", "."),
                "src/main/resources/db",
                dialect.name().toLowerCase(Locale.ROOT)))) {
            files.forEach(file -> {
                var name = FILE.matcher(file.getFileName().toString());
                assertThat(name.matches())
                        .as(file + " is named V<number>__<words>.sql")
                        .isTrue();
                found.put(Integer.parseInt(name.group(1)), file);
            });
        }
        return found;
    }

    private static List<String> takingAway(String migration) {
        return Stream.of(migration.replaceAll("(?m)--.*$", "").split(";", -1))
                .map(String::strip)
                .filter(statement ->
                        !statement.isEmpty() && !ADDS.matcher(statement).matches())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void only_add_what_the_version_before_can_do_without(Dialect dialect) throws IOException {
        for (var migration : migrations(dialect).entrySet()) {
            if (migration.getKey() > EARLIER) {
                assertThat(takingAway(Files.readString(migration.getValue())))
                        .as("statements of %s that the version before this one may not survive", migration.getValue())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE delivery DROP COLUMN note",
                "ALTER TABLE delivery RENAME COLUMN note TO remark",
                "ALTER TABLE delivery ADD COLUMN remark TEXT NOT NULL",
                "UPDATE delivery SET note = 'nothing'",
                "DROP TABLE mute"
            })
    void others_are_found(String statement) {
        assertThat(takingAway("CREATE TABLE one (id BIGINT); -- a remark\n" + statement + ";"))
                .containsExactly(statement);
    }

    @Test
    void are_the_same_on_both_databases() throws IOException {
        assertThat(migrations(Dialect.EMBEDDED).keySet())
                .isEqualTo(migrations(Dialect.POSTGRESQL).keySet());
    }

    /** PostgreSQL refuses a statement that it prepared when a column has been added to what it gives. */
    @Test
    void no_statement_reads_whatever_columns_there_are() throws IOException {
        try (var files = Files.walk(Path.of(System.getProperty("basedir", "."), "src/main/java"))) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                assertThat(STAR.matcher(Files.readString(file)).results())
                        .as("columns that %s does not name", file)
                        .isEmpty();
            }
        }
    }
}
