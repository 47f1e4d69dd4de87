package dev.backonline.check.kubernetes;

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

/** Checks of type {@code kubernetes}. */
@SuppressWarnings("rawtypes") // an annotation cannot name CheckKind<KubernetesSettings>
@AutoService(CheckKind.class)
@RegisterForReflection(
        targets = {
            KubernetesKind.class,
            KubernetesSettings.class,
            KubernetesSettings.Workload.class,
            Tls.class,
            Tls.TlsVersion.class,
            Pem.class
        })
public final class KubernetesKind implements CheckKind<KubernetesSettings> {
    /** How Kubernetes names objects (RFC 1123, 2.1). */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7E]+");

    private final Surroundings surroundings;

    public KubernetesKind() {
        this(Surroundings.ofTheMachine());
    }

    KubernetesKind(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public String type() {
        return "kubernetes";
    }

    @Override
    public Class<KubernetesSettings> settings() {
        return KubernetesSettings.class;
    }

    @Override
    public List<String> mistakes(KubernetesSettings settings) {
        var mistakes = new ArrayList<String>();
        if (!NAME.matcher(settings.name()).matches()) {
            mistakes.add("name '%s' should be like 'shop', as Kubernetes names things".formatted(settings.name()));
        }
        settings.namespace()
                .filter(name -> !NAME.matcher(name).matches())
                .ifPresent(name -> mistakes.add("namespace '%s' should be like 'production'".formatted(name)));
        if (settings.atLeast() < 0) {
            mistakes.add("at-least '%d' should not be negative".formatted(settings.atLeast()));
        }
        if (settings.token().isPresent() && settings.tokenFile().isPresent()) {
            mistakes.add("only one of token and token-file should be given");
        }
        if (settings.token().filter(it -> !VALUE.matcher(it.value()).matches()).isPresent()) {
            mistakes.add("token should be in one line, without spaces");
        }
        settings.server()
                .filter(url -> url.getRawQuery() != null || url.getRawFragment() != null)
                .ifPresent(url -> mistakes.add("server '%s' should end before any '?' or '#'".formatted(url)));
        settings.tls().map(Tls::mistakes).ifPresent(mistakes::addAll);
        return mistakes;
    }

    @Override
    public Check create(KubernetesSettings settings, Duration timeout, Wire wire) {
        return new KubernetesCheck(settings, new ApiServer(settings, surroundings), timeout, wire);
    }
}
