package dev.backonline.bot.backtest;

import dev.backonline.catalog.Setting;
import dev.backonline.config.BotConfig;
import dev.backonline.incident.Publishing;
import dev.backonline.verdict.Confirmation;
import dev.backonline.verdict.Rule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.Optional;

/** Rules that differ from those of the file, for all of its services. What is not named here stays as it is. */
@RegisterForReflection(targets = {Alternative.class, Publishing.class})
record Alternative(
        @Setting(value = "Any keys of `publish`.", example = "{ problem-after: 2m }")
        Optional<Publishing> publish,

        @Setting(value = "As in the file, for every service.", example = "2 of 3")
        Optional<Confirmation> fails,

        @Setting(value = "As in the file, for every service.", example = "2 of 2")
        Optional<Confirmation> recovers) {

    Alternative {
        if (publish.filter(rules -> rules.stillEvery().isEmpty()
                        || !rules.stillEvery().stream().allMatch(Duration::isPositive))
                .isPresent()) {
            throw new IllegalArgumentException(
                    "publish should have in still-every at least one time, each longer than 0s");
        }
        if (publish.isEmpty() && fails.isEmpty() && recovers.isEmpty()) {
            throw new IllegalArgumentException("an alternative should change something: publish, fails or recovers");
        }
    }

    BotConfig applied(BotConfig present) {
        return present.by(this::applied, present.canaries(), publish.orElse(present.publishing()));
    }

    private Rule applied(Rule rule) {
        return rule.confirmed(fails.orElse(rule.fails()), recovers.orElse(rule.recovers()));
    }
}
