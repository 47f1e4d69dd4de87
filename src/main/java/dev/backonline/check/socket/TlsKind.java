package dev.backonline.check.socket;

import com.google.auto.service.AutoService;
import dev.backonline.check.Check;
import dev.backonline.check.CheckKind;
import dev.backonline.check.Wire;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/** Checks of type {@code tls}. */
@SuppressWarnings("rawtypes") // an annotation cannot name CheckKind<TlsSettings>
@AutoService(CheckKind.class)
@RegisterForReflection
public final class TlsKind implements CheckKind<TlsSettings> {
    private final Connector connector = new Connector();
    private final Supplier<SSLSocketFactory> sockets;

    public TlsKind() {
        this(TlsLayer.ofTheMachine());
    }

    TlsKind(Supplier<SSLSocketFactory> sockets) {
        this.sockets = sockets;
    }

    @Override
    public String type() {
        return "tls";
    }

    @Override
    public Class<TlsSettings> settings() {
        return TlsSettings.class;
    }

    @Override
    public List<String> mistakes(TlsSettings settings) {
        return settings.daysLeft() < 0
                ? List.of("days-left %d should not be negative".formatted(settings.daysLeft()))
                : List.of();
    }

    @Override
    public Check create(TlsSettings settings, Duration timeout, Wire wire) {
        var talk = new TlsTalk(settings, new TlsLayer(sockets.get()));
        return new SocketCheck(connector, settings.host(), timeout, talk);
    }
}
