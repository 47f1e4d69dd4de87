package dev.backonline.bot.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.bot.setup.Configuration;
import dev.backonline.config.ConfigReader.Read;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
    private static final Set<String> OF_THE_CLUSTER = Set.of("Namespace");
    private static final Pattern READ = Pattern.compile("\"/apis/([a-z0-9.]+)/v1/namespaces/%s/([a-z]+)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"overlays/single", "overlays/replicas", "monitoring"})
    void every_object_is_as_its_type_says_and_in_our_namespace(String overlay) {
        var objects = Rendering.of(overlay).objects();

        assertThat(objects).isNotEmpty();
        assertThat(objects.stream().flatMap(one -> KubernetesTypes.mistake(one).stream()))
                .isEmpty();
        assertThat(objects)
                .filteredOn(one -> !OF_THE_CLUSTER.contains(one.path("kind").asText()))
                .allMatch(one -> one.at("/metadata/namespace").asText().equals("backonline"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/single", "overlays/replicas"})
    void every_pod_keeps_the_restricted_profile_and_our_rules(String overlay) {
        var pods = pods(overlay);

        assertThat(pods)
                .isNotEmpty()
                .allSatisfy(pod -> assertThat(PodRules.violations(pod)).isEmpty());
        assertThat(Rendering.of(overlay).objects())
                .filteredOn(one -> one.path("kind").asText().equals("Namespace"))
                .extracting(one ->
                        labels(one).path("pod-security.kubernetes.io/enforce").asText())
                .containsExactly("restricted");
    }

    private static JsonNode labels(JsonNode object) {
        return object.at("/metadata/labels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/single", "overlays/replicas"})
    void what_is_named_is_there(String overlay) {
        var rendering = Rendering.of(overlay);
        var maps = names(rendering.all(ConfigMap.class));
        var ports = pods(overlay).stream()
                .flatMap(pod -> pod.getContainers().stream())
                .flatMap(container -> container.getPorts().stream())
                .map(ContainerPort::getName)
                .toList();

        assertThat(pods(overlay)).allSatisfy(pod -> {
            assertThat(names(rendering.all(ServiceAccount.class))).contains(pod.getServiceAccountName());
            assertThat(maps).containsAll(mapsOf(pod));
            assertThat(names(rendering.all(PersistentVolumeClaim.class))).containsAll(claimsOf(pod));
        });
        assertThat(rendering.all(Service.class))
                .flatExtracting(service -> service.getSpec().getPorts())
                .extracting(ServicePort::getTargetPort)
                .allSatisfy(port -> assertThat(ports).contains(port.getStrVal()));
        assertThat(rendering.all(NetworkPolicy.class))
                .flatExtracting(policy -> policy.getSpec().getIngress())
                .flatExtracting(rule -> rule.getPorts())
                .allSatisfy(port -> assertThat(ports).contains(port.getPort().getStrVal()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/single", "overlays/replicas"})
    void every_selector_finds_every_bot(String overlay) {
        var rendering = Rendering.of(overlay);
        var selectors = Stream.concat(
                        rendering.all(Service.class).stream()
                                .map(service -> service.getSpec().getSelector()),
                        rendering.all(NetworkPolicy.class).stream()
                                .map(policy -> policy.getSpec().getPodSelector().getMatchLabels()))
                .toList();

        assertThat(rendering.all(Deployment.class)).allSatisfy(deployment -> {
            var labels = deployment.getSpec().getTemplate().getMetadata().getLabels();
            assertThat(selectors)
                    .hasSize(3)
                    .allMatch(selector -> labels.entrySet().containsAll(selector.entrySet()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/single", "overlays/replicas"})
    void the_example_file_has_no_mistakes(String overlay) throws IOException {
        var file = Rendering.of(overlay).all(ConfigMap.class).stream()
                .flatMap(map -> map.getData().entrySet().stream())
                .filter(entry -> entry.getKey().equals("backonline.yaml"))
                .findFirst()
                .orElseThrow()
                .getValue();

        var result = Configuration.installed()
                .withoutSecrets()
                .read(Files.writeString(folder.resolve("backonline.yaml"), file));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Read.class, read -> assertThat(read.warnings()).isEmpty());
        var mounted = pods(overlay).getFirst().getContainers().getFirst().getVolumeMounts();
        assertThat(Pattern.compile("\\$\\{file:([^}]+)}")
                        .matcher(file)
                        .results()
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(secret -> mounted.stream().anyMatch(mount -> secret.startsWith(mount.getMountPath() + "/")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/single", "overlays/replicas"})
    void the_bot_may_read_what_its_checks_read_and_nothing_else(String overlay) throws IOException {
        var source = Path.of(System.getProperty("basedir", "."))
                .resolve("src/main/java/dev/backonline/check/kubernetes/KubernetesSettings.java");
        var read = READ.matcher(Files.readString(source))
                .results()
                .map(found -> found.group(1) + "/" + found.group(2))
                .toList();

        var rules = Rendering.of(overlay).all(Role.class).getFirst().getRules();

        assertThat(rules)
                .allMatch(rule -> rule.getVerbs().equals(List.of("get"))
                        || (rule.getVerbs().equals(List.of("list"))
                                && rule.getResources().equals(List.of("endpointslices"))));
        assertThat(rules)
                .flatExtracting(rule -> rule.getResources().stream()
                        .map(resource -> rule.getApiGroups().getFirst() + "/" + resource)
                        .toList())
                .containsExactlyInAnyOrderElementsOf(read)
                .hasSize(4);
    }

    @Test
    void one_bot_has_the_file_and_never_two_at_once() {
        var single = Rendering.of("overlays/single").all(Deployment.class);

        assertThat(single).singleElement().satisfies(deployment -> {
            assertThat(deployment.getSpec().getReplicas()).isEqualTo(1);
            assertThat(deployment.getSpec().getStrategy().getType()).isEqualTo("Recreate");
            assertThat(claimsOf(deployment.getSpec().getTemplate().getSpec())).containsExactly("backonline-data");
        });
    }

    @Test
    void several_bots_are_spread_and_go_one_by_one_and_say_where_they_are() {
        var replicas = Rendering.of("overlays/replicas");
        var deployments = replicas.all(Deployment.class);

        assertThat(deployments).hasSize(2).allSatisfy(deployment -> {
            var pod = deployment.getSpec().getTemplate().getSpec();
            assertThat(deployment.getSpec().getReplicas()).isEqualTo(2);
            assertThat(pod.getTopologySpreadConstraints()).hasSize(2);
            assertThat(claimsOf(pod)).isEmpty();
        });
        assertThat(deployments)
                .flatExtracting(one -> one.getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getEnv())
                .filteredOn(setting -> setting.getName().equals("BACKONLINE_LOCATION"))
                .extracting(EnvVar::getValue)
                .containsExactly("north", "south");
        assertThat(replicas.all(PodDisruptionBudget.class))
                .extracting(budget -> budget.getSpec().getMaxUnavailable().getIntVal())
                .containsExactly(1);
    }

    private static List<PodSpec> pods(String overlay) {
        return Rendering.of(overlay).all(Deployment.class).stream()
                .map(deployment -> deployment.getSpec().getTemplate().getSpec())
                .toList();
    }

    private static List<String> names(List<? extends HasMetadata> objects) {
        return objects.stream().map(one -> one.getMetadata().getName()).toList();
    }

    private static List<String> claimsOf(PodSpec pod) {
        return pod.getVolumes().stream()
                .flatMap(volume -> Stream.ofNullable(volume.getPersistentVolumeClaim()))
                .map(claim -> claim.getClaimName())
                .toList();
    }

    private static List<String> mapsOf(PodSpec pod) {
        var mounted = pod.getVolumes().stream()
                .flatMap(volume -> Stream.ofNullable(volume.getConfigMap()))
                .map(map -> map.getName());
        var read = pod.getContainers().getFirst().getEnvFrom().stream()
                .flatMap(source -> Stream.ofNullable(source.getConfigMapRef()))
                .map(map -> map.getName());
        return Stream.concat(mounted, read).toList();
    }
}
