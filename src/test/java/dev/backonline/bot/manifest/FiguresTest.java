package dev.backonline.bot.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backonline.incident.Alarm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules and the dashboard ask for figures that there are, by the names that Prometheus sees. */
class FiguresTest {
    private static final Pattern MADE = Pattern.compile(
            "(counter|gauge|timer|(?:Gauge|Timer)\\s*\\.builder)\\(\\s*\"(backonline\\.[a-z.]+)\"(?:[^;]*?baseUnit\\(\"([a-z]+)\"\\))?");
    private static final Pattern ASKED = Pattern.compile("\\bbackonline_[a-z_]+\\b");
    private static final Pattern ALARMS = Pattern.compile("alarm=~\\\\?\"([a-z|]+)");

    @ParameterizedTest
    @ValueSource(strings = {"rules.yaml", "dashboard.json"})
    void every_figure_that_is_asked_for_is_made(String file) throws IOException {
        var asked = ASKED.matcher(monitoring(file))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());

        assertThat(asked).hasSizeGreaterThan(5).isSubsetOf(made());
    }

    @Test
    void the_figures_are_found_in_the_program() throws IOException {
        assertThat(made())
                .contains(
                        "backonline_deliveries_total",
                        "backonline_deliveries_held",
                        "backonline_delivery_lag_seconds",
                        "backonline_checks_lateness_seconds_max",
                        "backonline_own_side_failing")
                .doesNotContain("backonline_deliveries", "backonline_delivery_lag", "backonline_data");
    }

    @Test
    void every_alarm_that_asks_for_a_person_has_a_rule() throws IOException {
        var ruled = ALARMS.matcher(monitoring("rules.yaml"))
                .results()
                .flatMap(found -> Stream.of(found.group(1).split("\\|", -1)));

        assertThat(ruled)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Alarm.class.getPermittedSubclasses())
                        .filter(alarm -> alarm != Alarm.Many.class) // it is told in place of others, which are counted
                        .map(alarm -> alarm.getSimpleName().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void no_panel_lies_on_another() throws IOException {
        var taken = new TreeSet<String>();
        for (var panel :
                new ObjectMapper().readTree(monitoring("dashboard.json")).path("panels")) {
            var place = panel.path("gridPos");
            for (var x = place.path("x").asInt();
                    x < place.path("x").asInt() + place.path("w").asInt();
                    x++) {
                for (var y = place.path("y").asInt();
                        y < place.path("y").asInt() + place.path("h").asInt();
                        y++) {
                    assertThat(x).isLessThan(24);
                    assertThat(taken.add(x + "/" + y))
                            .as(panel.path("title").asText())
                            .isTrue();
                }
            }
        }
        assertThat(taken).isNotEmpty();
    }

    private static String monitoring(String file) throws IOException {
        return Files.readString(Rendering.DEPLOY.resolve("monitoring").resolve(file));
    }

    /** As Micrometer names them for Prometheus. */
    private static Set<String> made() throws IOException {
        var root = Path.of(System.getProperty("basedir", ".")).resolve("src/main/java");
        var names = new TreeSet<String>();
        try (var files = Files.walk(root)) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                MADE.matcher(Files.readString(file)).results().forEach(found -> {
                    var name = found.group(2).replace('.', '_');
                    var unit = Stream.ofNullable(found.group(3))
                            .map(one -> "_" + one)
                            .collect(Collectors.joining());
                    names.addAll(shown(found.group(1), name, unit));
                });
            }
        }
        return names;
    }

    private static List<String> shown(String kind, String name, String unit) {
        return switch (kind.replaceAll("\\W.*", "").toLowerCase(Locale.ROOT)) {
            case "counter" -> List.of(name + unit + "_total");
            case "timer" -> List.of(name + "_seconds_count", name + "_seconds_sum", name + "_seconds_max");
            default -> List.of(name + unit);
        };
    }
}
