package dev.backonline.check.grpc;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import dev.backonline.check.Tls;
import dev.backonline.check.Way;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The keys of a check of type {@code grpc}. */
@RegisterForReflection
public record GrpcSettings(
        @Setting(
                value =
                        "The server that is asked for its health (`grpc.health.v1.Health/Check`): https with TLS, http without. `SERVING` is"
                                + " up, all else is a failure. Each question has a connection of its own.",
                example = "https://orders.example.org:50051")
        URI url,

        @Setting(
                value =
                        "The service of that server that is asked about, by its full name; the whole server without one.",
                example = "shop.orders.v1.Orders")
        Optional<String> service,

        @Setting(
                value = "Metadata of the call, by name.",
                fallback = "{}",
                example = "{ authorization: \"Bearer ${env:ORDERS_TOKEN}\" }")
        Map<String, Secret> headers,

        @Setting(value = "The answer should be in within this time; a later one is slow.", example = "800ms")
        Optional<Duration> within,

        @Setting(
                value = "Which addresses of the host are tried: `any`, in the machine's order, `4` or `6`.",
                fallback = "any")
        Way.Family ip,

        @Setting(
                value = "How TLS is done, if not as the machine has it.",
                example = "{ ca: \"${file:/etc/backonline/authority.pem}\" }")
        Optional<Tls> tls) {
    public GrpcSettings {
        headers = Map.copyOf(headers);
    }

    /** A health answer has two bytes; what is longer than this is none. */
    private static final int MOST_BYTES = 1 << 16;

    /** How the call is to be carried: its messages are bytes. */
    Way way() {
        return new Way(Way.HttpVersion.HTTP_2, ip, Optional.empty(), tls.orElse(Tls.USUAL), MOST_BYTES, true);
    }
}
