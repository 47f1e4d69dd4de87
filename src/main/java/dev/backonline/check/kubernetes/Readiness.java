package dev.backonline.check.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** How many there should be, and how many of them are ready. */
record Readiness(int ready, int wanted) {
    /** What the API server says of it; empty if that is something else. */
    static Optional<Readiness> of(KubernetesSettings.Workload kind, JsonNode object) {
        var found = object.path("kind").asText();
        return switch (kind) {
            case DEPLOYMENT -> replicas(object, found.equals("Deployment"));
            case STATEFUL_SET -> replicas(object, found.equals("StatefulSet"));
            case DAEMON_SET -> counted(object, found.equals("DaemonSet"), "numberReady", "desiredNumberScheduled");
            case SERVICE ->
                found.equals("EndpointSliceList") ? Optional.of(endpoints(object.path("items"))) : Optional.empty();
        };
    }

    /** Without a number there should be one; none that are ready are left out. */
    private static Optional<Readiness> replicas(JsonNode object, boolean right) {
        return right
                ? Optional.of(new Readiness(
                        object.path("status").path("readyReplicas").asInt(0),
                        object.path("spec").path("replicas").asInt(1)))
                : Optional.empty();
    }

    private static Optional<Readiness> counted(JsonNode object, boolean right, String ready, String wanted) {
        var status = object.path("status");
        return right
                ? Optional.of(new Readiness(
                        status.path(ready).asInt(0), status.path(wanted).asInt(0)))
                : Optional.empty();
    }

    /** A pod may be in several slices, one for each family of addresses: it counts once, and is ready if it is in any of them. */
    private static Readiness endpoints(JsonNode slices) {
        var readyByPod = StreamSupport.stream(slices.spliterator(), false)
                .flatMap(slice -> StreamSupport.stream(slice.path("endpoints").spliterator(), false))
                .filter(endpoint ->
                        !endpoint.path("conditions").path("terminating").asBoolean(false))
                .collect(Collectors.toMap(Readiness::identity, Readiness::isReady, Boolean::logicalOr));
        var ready = readyByPod.values().stream().filter(it -> it).count();
        return new Readiness((int) ready, readyByPod.size());
    }

    private static String identity(JsonNode endpoint) {
        var pod = endpoint.path("targetRef").path("uid").asText();
        return pod.isEmpty() ? endpoint.path("addresses").toString() : pod;
    }

    /** An unknown condition is to be taken as ready (EndpointSlice v1). */
    private static boolean isReady(JsonNode endpoint) {
        return endpoint.path("conditions").path("ready").asBoolean(true);
    }
}
