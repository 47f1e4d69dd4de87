package dev.backonline.config;

import dev.backonline.check.Check;
import dev.backonline.check.CheckId;
import dev.backonline.check.CheckKind;
import dev.backonline.check.Wire;
import java.time.Duration;

/** One check as the file describes it: what is asked, how often, and how long an answer may take. */
public record CheckPlan<S extends Record>(CheckId id, Duration every, Duration timeout, CheckKind<S> kind, S settings) {
    public Check create(Wire wire) {
        return kind.create(settings, timeout, wire);
    }
}
