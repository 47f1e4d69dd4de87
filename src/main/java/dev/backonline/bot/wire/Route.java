package dev.backonline.bot.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backonline.catalog.Secret;
import dev.backonline.check.Way;
import dev.backonline.check.Wire;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** From us to a target: straight, or by a proxy, which then looks the target's name up. */
record Route(Target target, Way way) {
    /** Whose name is looked up here. */
    String door() {
        return way.proxy().map(proxy -> proxy.host().host()).orElse(target.host());
    }

    /** Those of the door's addresses that may be tried. */
    List<InetAddress> chosen(List<InetAddress> addresses) {
        // An IPv6 address has 16 bytes (RFC 4291, 2).
        return switch (way.ip()) {
            case ANY -> addresses;
            case V4 ->
                addresses.stream().filter(it -> it.getAddress().length == 4).toList();
            case V6 ->
                addresses.stream().filter(it -> it.getAddress().length == 16).toList();
        };
    }

    RequestOptions options(Wire.Request request, InetAddress address) {
        var options = new RequestOptions()
                .setHost(way.tls().serverName().orElse(target.host()))
                .setPort(target.port())
                .setSsl(target.tls())
                .setURI(isForwarded() ? "http://" + written() + target.path() : target.path())
                .setMethod(Exchange.method(request));
        if (isForwarded() || way.proxy().isEmpty()) {
            var port = way.proxy().map(proxy -> proxy.host().port()).orElse(target.port());
            return options.setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)));
        }
        return options.setServer(SocketAddress.inetSocketAddress(target.port(), target.host()))
                .setProxyOptions(proxy(way.proxy().get(), address, request.timeout()));
    }

    /** Without TLS a proxy is given the request itself, not asked for a tunnel (RFC 9110, 7.3.2). */
    private boolean isForwarded() {
        return !target.tls()
                && way.proxy()
                        .filter(proxy -> proxy.type() == Way.Proxy.Protocol.HTTP)
                        .isPresent();
    }

    private static ProxyOptions proxy(Way.Proxy proxy, InetAddress address, Duration timeout) {
        var options = new ProxyOptions()
                .setType(proxy.type() == Way.Proxy.Protocol.HTTP ? ProxyType.HTTP : ProxyType.SOCKS5)
                .setHost(address.getHostAddress())
                .setPort(proxy.host().port())
                .setConnectTimeout(timeout);
        proxy.user().ifPresent(options::setUsername);
        proxy.password().map(Secret::value).ifPresent(options::setPassword);
        return options;
    }

    /** What says to a forwarding proxy who we are. */
    Optional<String> credentials() {
        return isForwarded()
                ? way.proxy()
                        .flatMap(proxy ->
                                proxy.user().flatMap(user -> proxy.password().map(it -> user + ":" + it.value())))
                        .map(known -> "Basic " + Base64.getEncoder().encodeToString(known.getBytes(UTF_8)))
                : Optional.empty();
    }

    /** For whom the request is, whatever name the certificate bears. */
    HostAndPort authority() {
        return HostAndPort.create(
                target.host().contains(":") ? "[" + target.host() + "]" : target.host(), target.port());
    }

    private String written() {
        return target.port() == 80 ? authority().host() : authority().host() + ":" + target.port();
    }

    /** What it means that nothing was sent. */
    Wire.Unsent unsent(Throwable failure) {
        return way.proxy().isEmpty() ? new Wire.Unsent(Cause.of(failure)) : ProxyCause.of(failure);
    }

    /** What it means that the door has no address that can be tried. */
    Wire.Unsent unknown(String reason) {
        return way.proxy().isEmpty() ? new Wire.Unsent(reason) : Wire.Unsent.byOurProxy("cannot be found: " + reason);
    }

    /** Whether it is the forwarding proxy that says no, and not the service. */
    boolean isRefused(int status) {
        return status == ProxyCause.AUTHENTICATION_REQUIRED && isForwarded();
    }
}
