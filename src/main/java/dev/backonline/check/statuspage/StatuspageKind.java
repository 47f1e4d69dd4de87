package dev.backonline.check.statuspage;

import com.google.auto.service.AutoService;
import dev.backonline.check.Check;
import dev.backonline.check.CheckKind;
import dev.backonline.check.Wire;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;

/** Checks of type {@code statuspage}. */
@SuppressWarnings("rawtypes") // an annotation cannot name CheckKind<StatuspageSettings>
@AutoService(CheckKind.class)
@RegisterForReflection
public final class StatuspageKind implements CheckKind<StatuspageSettings> {
    @Override
    public String type() {
        return "statuspage";
    }

    @Override
    public Class<StatuspageSettings> settings() {
        return StatuspageSettings.class;
    }

    @Override
    public List<String> mistakes(StatuspageSettings settings) {
        var bare = settings.url().getRawQuery() == null && settings.url().getRawFragment() == null;
        return bare ? List.of() : List.of("url '%s' should end before any '?' or '#'".formatted(settings.url()));
    }

    @Override
    public Check create(StatuspageSettings settings, Duration timeout, Wire wire) {
        return new StatuspageCheck(settings, timeout, wire);
    }
}
