package dev.backonline.check.http;

import com.google.auto.service.AutoService;
import dev.backonline.check.Check;
import dev.backonline.check.CheckKind;
import dev.backonline.check.Pem;
import dev.backonline.check.Tls;
import dev.backonline.check.Way;
import dev.backonline.check.Wire;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks of type {@code http}. */
@SuppressWarnings("rawtypes") // an annotation cannot name CheckKind<HttpSettings>
@AutoService(CheckKind.class)
@RegisterForReflection(
        targets = {
            HttpKind.class,
            Way.HttpVersion.class,
            Way.Family.class,
            Way.Proxy.class,
            Way.Proxy.Protocol.class,
            Tls.class,
            Tls.TlsVersion.class,
            Pem.class
        })
public final class HttpKind implements CheckKind<HttpSettings> {
    /** A token, of which methods and header names are made (RFC 9110, 5.6.2). */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    /** Visible characters, spaces and tabs (RFC 9110, 5.5); a line break would begin another header. */
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7E\\x80-\\xFF]*");

    @Override
    public String type() {
        return "http";
    }

    @Override
    public Class<HttpSettings> settings() {
        return HttpSettings.class;
    }

    @Override
    public List<String> mistakes(HttpSettings settings) {
        var mistakes = new ArrayList<String>();
        if (!isHttp(settings.url())) {
            mistakes.add("url '%s' should be like 'https://chat.example.org/health'".formatted(settings.url()));
        }
        if (!TOKEN.matcher(settings.method()).matches()) {
            mistakes.add("method '%s' should be like 'GET'".formatted(settings.method()));
        }
        if (settings.method().equals("HEAD") && settings.expect().readsBody()) {
            mistakes.add("method 'HEAD' gets no body, so expect should not ask for text, matches or json");
        }
        settings.headers().forEach((name, value) -> {
            if (!TOKEN.matcher(name).matches() || !VALUE.matcher(value.value()).matches()) {
                mistakes.add("header '%s' should have a name without spaces and a value in one line".formatted(name));
            }
        });
        mistakes.addAll(authorization(settings));
        settings.proxy().map(Way.Proxy::mistakes).ifPresent(mistakes::addAll);
        settings.tls().map(Tls::mistakes).ifPresent(mistakes::addAll);
        if (settings.tls().isPresent() && "http".equalsIgnoreCase(settings.url().getScheme())) {
            mistakes.add("tls should be left out: url '%s' is not https".formatted(settings.url()));
        }
        return mistakes;
    }

    private static List<String> authorization(HttpSettings settings) {
        var mistakes = new ArrayList<String>();
        var ways = Stream.of(
                        settings.basic().isPresent(),
                        settings.bearer().isPresent(),
                        settings.headers().keySet().stream().anyMatch("authorization"::equalsIgnoreCase))
                .filter(given -> given)
                .count();
        if (ways > 1) {
            mistakes.add("only one of basic, bearer and the header 'authorization' should be given");
        }
        // RFC 7617, 2: the first colon ends the user.
        if (settings.basic().filter(basic -> basic.user().contains(":")).isPresent()) {
            mistakes.add("the user of basic should have no colon");
        }
        if (settings.bearer().filter(it -> !VALUE.matcher(it.value()).matches()).isPresent()) {
            mistakes.add("bearer should be in one line");
        }
        return mistakes;
    }

    @Override
    public Check create(HttpSettings settings, Duration timeout, Wire wire) {
        return new HttpCheck(settings, timeout, wire);
    }

    private static boolean isHttp(URI url) {
        var scheme = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        return scheme && url.getHost() != null;
    }
}
