package dev.backonline.check.prometheus;

import com.google.auto.service.AutoService;
import dev.backonline.check.Check;
import dev.backonline.check.CheckKind;
import dev.backonline.check.Pem;
import dev.backonline.check.Tls;
import dev.backonline.check.Wire;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Checks of type {@code prometheus}. */
@SuppressWarnings("rawtypes") // an annotation cannot name CheckKind<PrometheusSettings>
@AutoService(CheckKind.class)
@RegisterForReflection(targets = {PrometheusKind.class, Tls.class, Tls.TlsVersion.class, Pem.class})
public final class PrometheusKind implements CheckKind<PrometheusSettings> {
    /** A token and a line (RFC 9110, 5.6.2 and 5.5); a line break would begin another header. */
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final Pattern LINE = Pattern.compile("[\\t\\x20-\\x7E\\x80-\\xFF]*");

    @Override
    public String type() {
        return "prometheus";
    }

    @Override
    public Class<PrometheusSettings> settings() {
        return PrometheusSettings.class;
    }

    @Override
    public List<String> mistakes(PrometheusSettings settings) {
        var mistakes = new ArrayList<String>();
        if (settings.server().getRawQuery() != null || settings.server().getRawFragment() != null) {
            mistakes.add("server '%s' should end before any '?' or '#'".formatted(settings.server()));
        }
        if (settings.query().isBlank()) {
            mistakes.add("query should not be empty");
        }
        if (settings.above().isEmpty() && settings.below().isEmpty()) {
            mistakes.add("above or below should be given, or any value is good");
        }
        settings.headers().forEach((name, value) -> {
            if (!NAME.matcher(name).matches() || !LINE.matcher(value.value()).matches()) {
                mistakes.add("header '%s' should have a name without spaces and a value in one line".formatted(name));
            }
        });
        settings.tls().map(Tls::mistakes).ifPresent(mistakes::addAll);
        return mistakes;
    }

    @Override
    public Check create(PrometheusSettings settings, Duration timeout, Wire wire) {
        return new PrometheusCheck(settings, timeout, wire);
    }
}
