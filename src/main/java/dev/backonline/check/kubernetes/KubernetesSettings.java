package dev.backonline.check.kubernetes;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import dev.backonline.check.Tls;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.util.Optional;

/** The keys of a check of type {@code kubernetes}. */
@RegisterForReflection
public record KubernetesSettings(
        @Setting(
                value =
                        "What is looked at: a `deployment`, `stateful-set` or `daemon-set` (its ready pods of those wanted), or a `service` (its"
                                + " ready endpoints of all). Fewer ready than wanted is slow. Reading it takes the right to `get` it, for a"
                                + " service to `list` `endpointslices`. If the API server doesn't tell, nothing was learned.",
                example = "deployment")
        Workload kind,

        @Setting(value = "Its name.", example = "shop") String name,

        @Setting(value = "Its namespace; by default the bot's own.", example = "production")
        Optional<String> namespace,

        @Setting(value = "With fewer ready than this it is a failure.", fallback = "1", example = "2")
        int atLeast,

        @Setting(
                value = "The API server; by default the one of the cluster that the bot runs in.",
                example = "https://api.cluster.example:6443")
        Optional<URI> server,

        @Setting(
                value =
                        "A token to be known by. By default that of the bot's service account, which is read anew each time, since it changes.",
                example = "\"${env:CLUSTER_TOKEN}\"")
        Optional<Secret> token,

        @Setting(
                value = "A file with such a token, which is read anew each time.",
                example = "/var/run/secrets/cluster/token")
        Optional<String> tokenFile,

        @Setting(
                value =
                        "How TLS is done. By default the authority of the bot's service account is trusted, if there is one.",
                example = "{ ca: \"${file:/etc/backonline/cluster.pem}\" }")
        Optional<Tls> tls) {

    /** What may be looked at, and where the API server has it. */
    public enum Workload {
        DEPLOYMENT("deployment", "/apis/apps/v1/namespaces/%s/deployments/%s"),
        STATEFUL_SET("stateful set", "/apis/apps/v1/namespaces/%s/statefulsets/%s"),
        DAEMON_SET("daemon set", "/apis/apps/v1/namespaces/%s/daemonsets/%s"),
        SERVICE(
                "service",
                "/apis/discovery.k8s.io/v1/namespaces/%s/endpointslices?labelSelector=kubernetes.io%%2Fservice-name%%3D%s");

        private final String words;
        private final String path;

        Workload(String words, String path) {
            this.words = words;
            this.path = path;
        }

        String path(String namespace, String name) {
            return path.formatted(namespace, name);
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
