package dev.backonline.check.socket;

import com.google.auto.service.AutoService;
import dev.backonline.check.Check;
import dev.backonline.check.CheckKind;
import dev.backonline.check.Wire;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;

/** Checks of type {@code tcp}. */
@SuppressWarnings("rawtypes") // an annotation cannot name CheckKind<TcpSettings>
@AutoService(CheckKind.class)
@RegisterForReflection
public final class TcpKind implements CheckKind<TcpSettings> {
    private final Connector connector = new Connector();

    @Override
    public String type() {
        return "tcp";
    }

    @Override
    public Class<TcpSettings> settings() {
        return TcpSettings.class;
    }

    @Override
    public Check create(TcpSettings settings, Duration timeout, Wire wire) {
        var talk = new TcpTalk(settings);
        var check = new SocketCheck(connector, settings.host(), timeout, talk);
        return settings.within().<Check>map(limit -> new Timed(check, limit)).orElse(check);
    }
}
