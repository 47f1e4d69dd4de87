package dev.backonline.check.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.auto.service.AutoService;
import dev.backonline.check.Check;
import dev.backonline.check.CheckKind;
import dev.backonline.check.Wire;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;

/** Checks of type {@code websocket}. */
@SuppressWarnings("rawtypes") // an annotation cannot name CheckKind<WebSocketSettings>
@AutoService(CheckKind.class)
@RegisterForReflection
public final class WebSocketKind implements CheckKind<WebSocketSettings> {
    /** A token and a line (RFC 9110, 5.6.2 and 5.5); a line break would begin another header. */
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final Pattern LINE = Pattern.compile("[\\t\\x20-\\x7E\\x80-\\xFF]*");

    /** Ours: what is longer is no question. */
    private static final int LONGEST_MESSAGE = 65_535;

    private final Connector connector = new Connector();
    private final Supplier<SSLSocketFactory> sockets;

    public WebSocketKind() {
        this(TlsLayer.ofTheMachine());
    }

    WebSocketKind(Supplier<SSLSocketFactory> sockets) {
        this.sockets = sockets;
    }

    @Override
    public String type() {
        return "websocket";
    }

    @Override
    public Class<WebSocketSettings> settings() {
        return WebSocketSettings.class;
    }

    @Override
    public List<String> mistakes(WebSocketSettings settings) {
        var mistakes = new ArrayList<String>();
        settings.headers().forEach((name, value) -> {
            if (!NAME.matcher(name).matches() || !LINE.matcher(value.value()).matches()) {
                mistakes.add("header '%s' should have a name without spaces and a value in one line".formatted(name));
            }
        });
        if (settings.send()
                .filter(it -> it.value().getBytes(UTF_8).length > LONGEST_MESSAGE)
                .isPresent()) {
            mistakes.add("send should have at most %d bytes".formatted(LONGEST_MESSAGE));
        }
        return mistakes;
    }

    @Override
    public Check create(WebSocketSettings settings, Duration timeout, Wire wire) {
        var talk = new WebSocketTalk(settings, new TlsLayer(sockets.get()));
        return new SocketCheck(connector, settings.url().endpoint(), timeout, talk).within(settings.within());
    }
}
