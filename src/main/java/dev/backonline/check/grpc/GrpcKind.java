package dev.backonline.check.grpc;

import com.google.auto.service.AutoService;
import dev.backonline.check.Check;
import dev.backonline.check.CheckKind;
import dev.backonline.check.Pem;
import dev.backonline.check.Tls;
import dev.backonline.check.Way;
import dev.backonline.check.Wire;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Checks of type {@code grpc}. */
@SuppressWarnings("rawtypes") // an annotation cannot name CheckKind<GrpcSettings>
@AutoService(CheckKind.class)
@RegisterForReflection(
        targets = {GrpcKind.class, GrpcSettings.class, Way.Family.class, Tls.class, Tls.TlsVersion.class, Pem.class})
public final class GrpcKind implements CheckKind<GrpcSettings> {
    /** Names of metadata; those that begin with "grpc-" are gRPC's own, those that end with "-bin" hold bytes. */
    private static final Pattern NAME = Pattern.compile("(?!grpc-)(?!.*-bin$)[0-9a-z_.-]+");

    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E]*");

    /** A full name in protobuf: identifiers with points between. */
    private static final Pattern SERVICE = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");

    @Override
    public String type() {
        return "grpc";
    }

    @Override
    public Class<GrpcSettings> settings() {
        return GrpcSettings.class;
    }

    @Override
    public List<String> mistakes(GrpcSettings settings) {
        var mistakes = new ArrayList<String>();
        var url = settings.url();
        if (!url.getRawPath().matches("/?") || url.getRawQuery() != null || url.getRawFragment() != null) {
            mistakes.add("url '%s' should end after its host and port".formatted(url));
        }
        settings.service()
                .filter(name -> !SERVICE.matcher(name).matches())
                .ifPresent(name -> mistakes.add(
                        "service '%s' should be a full name like 'shop.orders.v1.Orders'".formatted(name)));
        settings.headers().forEach((name, value) -> {
            if (!NAME.matcher(name).matches() || !VALUE.matcher(value.value()).matches()) {
                mistakes.add(("header '%s' should have a name in lower case that is not gRPC's own, and a value of"
                                + " visible ASCII")
                        .formatted(name));
            }
        });
        settings.tls().map(Tls::mistakes).ifPresent(mistakes::addAll);
        if (settings.tls().isPresent() && "http".equals(url.getScheme())) {
            mistakes.add("tls should be left out: url '%s' is not https".formatted(url));
        }
        return mistakes;
    }

    @Override
    public Check create(GrpcSettings settings, Duration timeout, Wire wire) {
        return new GrpcCheck(settings, timeout, wire);
    }
}
