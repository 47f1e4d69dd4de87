package dev.backonline.check.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.wire.VertxWire;
import dev.backonline.catalog.Secret;
import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.check.Answer;
import dev.backonline.check.Certificates;
import dev.backonline.check.kubernetes.KubernetesSettings.Workload;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server on loopback answers as an API server does. */
class KubernetesCheckTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final VertxWire WIRE = new VertxWire(VERTX);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @TempDir
    private Path account;

    private final ScriptedServer server = new ScriptedServer(_ -> Reply.of(500, ""));

    @AfterEach
    void stopServer() {
        server.close();
    }

    @AfterAll
    static void close() {
        WIRE.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            DEPLOYMENT   | {"kind":"Deployment","spec":{"replicas":3},"status":{"readyReplicas":3}}  | Up[]
            DEPLOYMENT   | {"kind":"Deployment","spec":{"replicas":3},"status":{"readyReplicas":2}}  | Slow[reason=2 of 3 ready]
            DEPLOYMENT   | {"kind":"Deployment","spec":{"replicas":3},"status":{}}                   | Down[layer=ANSWER, reason=0 of 3 ready]
            DEPLOYMENT   | {"kind":"Deployment","spec":{"replicas":0},"status":{}}                   | Down[layer=ANSWER, reason=deployment 'shop' in the namespace 'production' has no pod to run]
            DEPLOYMENT   | {"kind":"Deployment","spec":{},"status":{"readyReplicas":1}}              | Up[]
            DEPLOYMENT   | {"kind":"Pod"}                                                            | Inconclusive[reason=the answer is not the API server's]
            STATEFUL_SET | {"kind":"StatefulSet","spec":{"replicas":2},"status":{"readyReplicas":1}} | Slow[reason=1 of 2 ready]
            DAEMON_SET   | {"kind":"DaemonSet","status":{"desiredNumberScheduled":4,"numberReady":4}} | Up[]
            DAEMON_SET   | {"kind":"DaemonSet","status":{"desiredNumberScheduled":4,"numberReady":0}} | Down[layer=ANSWER, reason=0 of 4 ready]
            SERVICE      | {"kind":"EndpointSliceList","items":[]}                                   | Down[layer=ANSWER, reason=service 'shop' in the namespace 'production' has no endpoint]
            SERVICE      | <html>                                                                    | Inconclusive[reason=the answer is not the API server's]
            """)
    void what_is_ready_of_what_should_be_tells_up_from_slow_and_down(Workload kind, String object, String expected) {
        server.script(_ -> Reply.of(200, object));

        var answer = ask(settings(kind, 1));

        assertThat(answer).hasToString(expected);
    }

    @Test
    void a_pod_counts_once_though_it_has_addresses_of_two_families() {
        server.script(_ -> Reply.of(200, """
                {"kind":"EndpointSliceList","items":[
                  {"addressType":"IPv4","endpoints":[
                    {"addresses":["192.0.2.1"],"conditions":{"ready":true},"targetRef":{"uid":"a"}},
                    {"addresses":["192.0.2.2"],"conditions":{"ready":false},"targetRef":{"uid":"b"}},
                    {"addresses":["192.0.2.3"],"conditions":{"ready":false,"terminating":true},"targetRef":{"uid":"c"}}]},
                  {"addressType":"IPv6","endpoints":[
                    {"addresses":["2001:db8::1"],"conditions":{"ready":true},"targetRef":{"uid":"a"}},
                    {"addresses":["2001:db8::4"],"conditions":{}}]}]}"""));

        var answer = ask(settings(Workload.SERVICE, 1));

        assertThat(answer).isEqualTo(new Answer.Slow("2 of 3 ready"));
        assertThat(server.last().target())
                .isEqualTo("/apis/discovery.k8s.io/v1/namespaces/production/endpointslices"
                        + "?labelSelector=kubernetes.io%2Fservice-name%3Dshop");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, Up[]", "1, 1, Up[]", "2, 1, 'Down[layer=ANSWER, reason=1 of 1 ready, fewer than 2]'"})
    void the_file_says_how_few_are_too_few(int atLeast, int ready, String expected) {
        server.script(_ -> Reply.of(
                200,
                "{\"kind\":\"Deployment\",\"spec\":{\"replicas\":%d},\"status\":{\"readyReplicas\":%d}}"
                        .formatted(ready, ready)));

        var answer = ask(settings(Workload.DEPLOYMENT, atLeast));

        assertThat(answer).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            401 |                                                                                    | Inconclusive[reason=the API server does not accept our token (HTTP 401)]
            403 |                                                                                    | Inconclusive[reason=we may not read deployment 'shop' in the namespace 'production' (HTTP 403)]
            404 | {"kind":"Status","reason":"NotFound","details":{"name":"shop","kind":"deployments"}} | Down[layer=ANSWER, reason=there is no deployment 'shop' in the namespace 'production']
            404 | 404 page not found                                                                 | Inconclusive[reason=there is no such API at the server (HTTP 404)]
            503 |                                                                                    | Inconclusive[reason=the API server says HTTP 503]
            """)
    void only_the_api_servers_own_word_counts(int status, String body, String expected) {
        server.script(_ -> Reply.of(status, body == null ? "" : body));

        var answer = ask(settings(Workload.DEPLOYMENT, 1));

        assertThat(answer).hasToString(expected);
    }

    @Test
    void in_a_cluster_nothing_needs_to_be_said_and_a_new_token_is_used_at_once() throws Exception {
        var certificates = Certificates.forLocalhost();
        Files.writeString(account.resolve("namespace"), "production");
        Files.writeString(account.resolve("ca.crt"), certificates.authority().text());
        var listening = certificates
                .showing("good")
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try (var cluster = new ScriptedServer(
                listening,
                "https",
                _ -> Reply.of(
                        200, "{\"kind\":\"Deployment\",\"spec\":{\"replicas\":1},\"status\":{\"readyReplicas\":1}}"))) {
            var check = new KubernetesKind(cluster(listening.getLocalPort())).create(bare(), TIMEOUT, WIRE);

            Files.writeString(account.resolve("token"), "made-up-1\n");
            var first = check.ask();
            Files.writeString(account.resolve("token"), "made-up-2\n");
            var second = check.ask();

            assertThat(first).isEqualTo(new Answer.Up());
            assertThat(second).isEqualTo(new Answer.Up());
            assertThat(cluster.received())
                    .extracting(received -> received.header("authorization").orElse(""))
                    .containsExactly("Bearer made-up-1", "Bearer made-up-2");
            assertThat(cluster.last().target()).isEqualTo("/apis/apps/v1/namespaces/production/deployments/shop");
        }
    }

    @Test
    void the_accounts_token_is_not_told_to_another_server() throws Exception {
        Files.writeString(account.resolve("token"), "made-up");
        server.script(_ -> Reply.of(503, ""));

        ask(settings(Workload.DEPLOYMENT, 1));

        assertThat(server.last().header("authorization")).isEmpty();
    }

    @Test
    void outside_a_cluster_nothing_is_learned_unless_the_file_says_more() {
        var nowhere = new Surroundings(_ -> Optional.empty(), account);
        var lost = bare();

        var answer = new KubernetesKind(nowhere).create(lost, TIMEOUT, WIRE).ask();

        assertThat(answer)
                .isEqualTo(new Answer.Inconclusive("no API server: not in a cluster, and no 'server' is given"));
    }

    @Test
    void a_token_file_that_is_not_there_is_named() {
        var settings = new KubernetesSettings(
                Workload.DEPLOYMENT,
                "shop",
                Optional.of("production"),
                1,
                Optional.of(server.address()),
                Optional.empty(),
                Optional.of(account.resolve("absent").toString()),
                Optional.empty());

        var answer = ask(settings);

        assertThat(answer.toString()).contains("no token: the file '").contains("absent' cannot be read");
    }

    @Test
    void settings_that_cannot_be_asked_are_mistakes() {
        var settings = new KubernetesSettings(
                Workload.DEPLOYMENT,
                "Shop",
                Optional.of("a/b"),
                -1,
                Optional.of(URI.create("https://a.example/?x")),
                Optional.of(new Secret("two words")),
                Optional.of("/token"),
                Optional.empty());

        var mistakes = new KubernetesKind().mistakes(settings);

        assertThat(mistakes)
                .containsExactly(
                        "name 'Shop' should be like 'shop', as Kubernetes names things",
                        "namespace 'a/b' should be like 'production'",
                        "at-least '-1' should not be negative",
                        "only one of token and token-file should be given",
                        "token should be in one line, without spaces",
                        "server 'https://a.example/?x' should end before any '?' or '#'");
    }

    private Surroundings cluster(int port) {
        var environment =
                Map.of("KUBERNETES_SERVICE_HOST", "localhost", "KUBERNETES_SERVICE_PORT", String.valueOf(port));
        return new Surroundings(name -> Optional.ofNullable(environment.get(name)), account);
    }

    private static KubernetesSettings bare() {
        return new KubernetesSettings(
                Workload.DEPLOYMENT,
                "shop",
                Optional.empty(),
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private KubernetesSettings settings(Workload kind, int atLeast) {
        return new KubernetesSettings(
                kind,
                "shop",
                Optional.of("production"),
                atLeast,
                Optional.of(server.address()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Answer ask(KubernetesSettings settings) {
        var surroundings = new Surroundings(_ -> Optional.empty(), account);
        return new KubernetesKind(surroundings).create(settings, TIMEOUT, WIRE).ask();
    }
}
