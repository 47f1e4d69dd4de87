package dev.backonline.bot.record;

import dev.backonline.catalog.Group;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.Setting;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a record that was not made for us is read: its columns, its words for outcomes, its names of services. */
@RegisterForReflection
public record Mapping(
        @Setting(value = "Which column holds what.", fallback = "{}")
        Columns columns,

        @Setting(
                value = "What the record's words for outcomes mean, besides those that are known.",
                fallback = "{}",
                example = "{ flaky: slow }")
        Map<String, Outcomes> outcomes,

        @Setting(
                value = "Whose names the record uses; a name that is missing here stands for itself.",
                fallback = "{}",
                example = "{ \"Web shop\": { id: shop, group: sales } }")
        Map<String, Alias> services,

        @Setting(
                value =
                        "Services of the record that are canaries: surely up, so that they vouch for the prober's own side.",
                fallback = "[]",
                example = "[Resolver]")
        List<String> canaries,

        @Setting(value = "Services of the record that are none of ours.", fallback = "[]", example = "[Test]")
        List<String> leaveOut,

        @Setting(value = "How often the record's prober asked; else as the file says.", example = "5m")
        Optional<Duration> every,

        @Setting(
                value =
                        "How the record is kept: `changes` if a row holds until the next one, `samples` if each row is one answer.",
                fallback = "detect",
                example = "changes")
        Keeping keeping) {

    /** For a record that needs no mapping. */
    public static final Mapping NONE =
            new Mapping(Columns.USUAL, Map.of(), Map.of(), List.of(), List.of(), Optional.empty(), Keeping.DETECT);

    public Mapping {
        if (every.filter(time -> !time.isPositive()).isPresent()) {
            throw new IllegalArgumentException("every should be longer than 0s");
        }
    }

    public Mapping keeping(Keeping other) {
        return new Mapping(columns, outcomes, services, canaries, leaveOut, every, other);
    }

    /** What a word means, if it means anything. */
    public Optional<Outcomes> outcome(String word) {
        return Optional.ofNullable(outcomes.get(word)).or(() -> Outcomes.known(word));
    }

    /** The names of columns. */
    @RegisterForReflection
    public record Columns(
            @Setting(value = "When it was answered.", fallback = "time")
            String time,

            @Setting(value = "The service's name or id.", fallback = "service")
            String service,

            @Setting(value = "Which of its checks.", fallback = "check")
            String check,

            @Setting(value = "From where it was asked.", fallback = "location")
            String location,

            @Setting(value = "What came of it.", fallback = "outcome")
            String outcome,

            @Setting(value = "How long it took, in milliseconds or with a unit.", fallback = "latency_ms")
            String latency) {
        static final Columns USUAL = new Columns("time", "service", "check", "location", "outcome", "latency_ms");
    }

    /** Who a name of the record is. */
    @RegisterForReflection
    public record Alias(
            @Setting(value = "The service's id in the file.", example = "shop")
            Optional<ServiceId> id,

            @Setting(value = "Where there is no file: the group whose incidents it shares.", example = "sales")
            Optional<Group> group) {}

    /** How a record is kept. */
    public enum Keeping {
        DETECT,
        CHANGES,
        SAMPLES
    }

    /** What may come of a check. */
    public enum Outcomes {
        UP("up", "ok", "success", "healthy", "operational", "pass", "true"),
        SLOW("slow", "degraded", "warning", "warn"),
        DOWN("down", "fail", "failed", "failure", "error", "critical", "unhealthy", "outage", "false"),
        INCONCLUSIVE("inconclusive", "unknown", "skipped", "paused");

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> words;

        Outcomes(String... words) {
            this.words = List.of(words);
        }

        private static Optional<Outcomes> known(String word) {
            for (var one : values()) {
                if (one.words.contains(word.toLowerCase(Locale.ROOT))) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }
    }
}
