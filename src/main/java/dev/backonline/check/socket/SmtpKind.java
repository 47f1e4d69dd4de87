package dev.backonline.check.socket;

import com.google.auto.service.AutoService;
import dev.backonline.check.Check;
import dev.backonline.check.CheckKind;
import dev.backonline.check.Wire;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/** Checks of type {@code smtp}. */
@SuppressWarnings("rawtypes") // an annotation cannot name CheckKind<SmtpSettings>
@AutoService(CheckKind.class)
@RegisterForReflection
public final class SmtpKind implements CheckKind<SmtpSettings> {
    private final Connector connector = new Connector();
    private final Supplier<SSLSocketFactory> sockets;

    public SmtpKind() {
        this(TlsLayer.ofTheMachine());
    }

    SmtpKind(Supplier<SSLSocketFactory> sockets) {
        this.sockets = sockets;
    }

    @Override
    public String type() {
        return "smtp";
    }

    @Override
    public Class<SmtpSettings> settings() {
        return SmtpSettings.class;
    }

    @Override
    public Check create(SmtpSettings settings, Duration timeout, Wire wire) {
        var talk = new SmtpTalk(settings, new TlsLayer(sockets.get()));
        return new SocketCheck(connector, settings.host(), timeout, talk).within(settings.within());
    }
}
