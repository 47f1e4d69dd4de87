package dev.backonline.check.prometheus;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import dev.backonline.check.Tls;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The keys of a check of type {@code prometheus}. */
@RegisterForReflection
public record PrometheusSettings(
        @Setting(
                value =
                        "The address of the server, below which it has `/api/v1/query`. If it doesn't answer, nothing was learned.",
                example = "http://prometheus.example.org:9090")
        URI server,

        @Setting(
                value = "The expression, which should give a number or an instant vector.",
                example = "'job:errors:ratio{job=\"chat\"}'")
        String query,

        @Setting(value = "A value above this is a failure, of whichever series.", example = "0.05")
        Optional<Threshold> above,

        @Setting(value = "A value below this is a failure, of whichever series.", example = "1")
        Optional<Threshold> below,

        @Setting(
                value =
                        "What it means when there is no value, or only such that are no number: `inconclusive` (nothing was"
                                + " learned), `down` or `ok`.",
                fallback = "inconclusive")
        Nothing empty,

        @Setting(
                value = "Headers of the request, by name.",
                fallback = "{}",
                example = "{ authorization: \"Bearer ${env:PROMETHEUS_TOKEN}\" }")
        Map<String, Secret> headers,

        @Setting(
                value = "How TLS is done, if not as the machine has it.",
                example = "{ ca: \"${file:/etc/backonline/authority.pem}\" }")
        Optional<Tls> tls) {
    public PrometheusSettings {
        headers = Map.copyOf(headers);
    }

    /** What no value means. */
    public enum Nothing {
        INCONCLUSIVE,
        DOWN,
        OK
    }
}
