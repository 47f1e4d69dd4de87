package dev.backonline.config;

import dev.backonline.catalog.ServiceState;
import dev.backonline.catalog.Setting;
import dev.backonline.check.Check;
import dev.backonline.check.CheckId;
import dev.backonline.check.CheckKind;
import dev.backonline.check.Receiving;
import dev.backonline.check.Wire;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One check as the file describes it: what is asked, how often, and how long an answer may take. */
@RegisterForReflection
public record CheckPlan<S extends Record>(CheckId id, Duration every, Duration timeout, CheckKind<S> kind, S settings) {
    /** Whose the canaries are: no service can be called so. */
    static final String CANARIES = "_canaries";

    /** Which host is asked; empty for checks that ask none. */
    public Optional<String> host() {
        return kind.host(settings);
    }

    public Check create(Wire wire) {
        return kind.create(settings, timeout, wire);
    }

    /** Whether the other one asks the same as often under the same name; what it knows is true of this one too. */
    public boolean asksLike(CheckPlan<?> other) {
        return id.equals(other.id)
                && every.equals(other.every)
                && timeout.equals(other.timeout)
                && kind.type().equals(other.kind.type())
                && settings.equals(other.settings);
    }

    /** Where a check that is told hears; empty for one that asks. */
    public Optional<String> address() {
        return kind instanceof Receiving<S, ?> receiving ? Optional.of(receiving.address(settings)) : Optional.empty();
    }

    /** The checks of one owner, named after it, their places (from 1) and their types. */
    static List<CheckPlan<?>> of(String owner, List<ChosenCheck<?>> checks) {
        return IntStream.range(0, checks.size())
                .<CheckPlan<?>>mapToObj(index -> checks.get(index).plan("%s/%d-".formatted(owner, index + 1)))
                .toList();
    }

    /** What checks of every type have. */
    record CheckSettings(
            @Setting(value = "What is asked.", example = "http")
            String type,

            @Setting(value = "How often it is asked.", fallback = "10s", example = "30s")
            Duration every,

            @Setting(
                    value = "How long an answer may take; at most `every`. By default `every`, and at most 5s.",
                    example = "3s")
            Optional<Duration> timeout,

            @Setting(value = "What a failure means to people.", fallback = "major", example = "degraded")
            Impact impact,

            @Setting(
                    value = "How many locations must agree that there is trouble. By default as the service says.",
                    example = "2")
            Optional<Integer> locations) {
        /** Ours: slower services exist, and set it themselves. */
        private static final Duration PATIENCE = Duration.ofSeconds(5);

        CheckSettings {
            if (!every.isPositive()) {
                throw new IllegalArgumentException("every should be longer than 0s");
            }
            if (locations.filter(it -> it < 1).isPresent()) {
                throw new IllegalArgumentException("locations should be 1 or more");
            }
            if (timeout.filter(it -> !it.isPositive()).isPresent()) {
                throw new IllegalArgumentException("timeout should be longer than 0s");
            }
            if (timeout.filter(it -> it.compareTo(every) > 0).isPresent()) {
                throw new IllegalArgumentException(
                        "timeout should not be longer than 'every', or answers would be missed");
            }
        }

        Duration patience() {
            return timeout.orElse(every.compareTo(PATIENCE) < 0 ? every : PATIENCE);
        }
    }

    /** A check's own settings beside those of every check. */
    record ChosenCheck<S extends Record>(CheckSettings common, CheckKind<S> kind, S settings) {
        private CheckPlan<S> plan(String name) {
            return new CheckPlan<>(new CheckId(name + kind.type()), common.every(), common.patience(), kind, settings);
        }
    }

    /** Looks at the checks of one file that are told: they can't be where only asking helps, and no two hear the same by mistake. */
    static final class ToldChecks {
        private final Map<String, String> places = new HashMap<>();

        <S extends Record> void look(Spot spot, ChosenCheck<S> chosen) {
            if (chosen.kind() instanceof Receiving<S, ?> kind) {
                look(spot, kind, kind.address(chosen.settings()));
            }
        }

        private void look(Spot spot, Receiving<?, ?> kind, String address) {
            kind.idleKeys().stream()
                    .filter(spot.children()::containsKey)
                    .forEach(key -> spot.blame(
                            "%s should be left out: a '%s' is told and not asked".formatted(key, kind.type())));
            if (spot.path().startsWith("canaries")) {
                spot.blame("type should be one that asks: a '%s' cannot tell whether our own connection works"
                        .formatted(kind.type()));
            }
            var other = places.putIfAbsent(address, spot.path());
            if (other != null && !kind.sharesAddress()) {
                spot.blame("id is that of %s already, and whoever calls would mean both".formatted(other));
            }
        }
    }

    /** What the failure of a check means to people. */
    enum Impact {
        DEGRADED(ServiceState.DEGRADED_PERFORMANCE),
        PARTIAL(ServiceState.PARTIAL_OUTAGE),
        MAJOR(ServiceState.MAJOR_OUTAGE);

        private final ServiceState state;

        Impact(ServiceState state) {
            this.state = state;
        }

        ServiceState state() {
            return state;
        }
    }
}
