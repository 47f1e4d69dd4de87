package dev.backonline.bot.wire;

import dev.backonline.check.Wire;
import io.netty.handler.proxy.ProxyConnectException;
import java.net.ConnectException;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a proxy that fails, which is our side, from a service that a proxy cannot reach. */
final class ProxyCause {
    /** RFC 9110, 15.5.8. */
    static final int AUTHENTICATION_REQUIRED = 407;

    static final Wire.Unsent REFUSED = Wire.Unsent.byOurProxy("refuses our credentials");

    private static final Pattern STATUS = Pattern.compile("status: (\\w+)");

    /** What a proxy says of the service: RFC 9110, 15.6, and RFC 1928, 6, by the names that Netty gives to its numbers. */
    private static final Set<String> OF_THE_SERVICE =
            Set.of("502", "503", "504", "NETWORK_UNREACHABLE", "HOST_UNREACHABLE", "CONNECTION_REFUSED", "TTL_EXPIRED");

    private ProxyCause() {}

    static Wire.Unsent of(Throwable failure) {
        return switch (failure) {
            case ProxyConnectException refused -> refused(String.valueOf(refused.getMessage()));
            case ConnectException unreachable -> Wire.Unsent.byOurProxy("cannot be reached: " + Cause.of(unreachable));
            default -> new Wire.Unsent(Cause.of(failure));
        };
    }

    private static Wire.Unsent refused(String message) {
        var status = STATUS.matcher(message);
        if (status.find()) {
            var said = status.group(1);
            return said.equals("407")
                    ? REFUSED
                    : OF_THE_SERVICE.contains(said)
                            ? new Wire.Unsent("a proxy cannot reach it: " + said)
                            : Wire.Unsent.byOurProxy("says " + said);
        }
        if (message.contains("authStatus")) {
            return REFUSED;
        }
        return message.contains("timeout")
                ? new Wire.Unsent("a proxy does not get through to it")
                : Wire.Unsent.byOurProxy("cannot be understood");
    }
}
