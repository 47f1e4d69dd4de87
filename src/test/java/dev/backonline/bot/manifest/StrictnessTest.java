package dev.backonline.bot.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule that cannot fail is no rule: each is shown what breaks it. */
class StrictnessTest {
    private static final String GOOD = """
            apiVersion: v1
            kind: Pod
            metadata: { name: bot }
            spec:
              securityContext: { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: RuntimeDefault } }
              containers:
                - name: bot
                  image: backonline:0.1.0
                  env: [ { name: BACKONLINE_DATA, value: "7" } ]
                  ports: [ { containerPort: 8080 } ]
                  securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: [ALL] } }
                  resources: { requests: { cpu: 1, memory: 1Gi }, limits: { cpu: 1, memory: 1Gi } }
                  startupProbe: { httpGet: { port: http } }
                  livenessProbe: { httpGet: { port: 9000 } }
                  readinessProbe: { httpGet: { port: 9000 } }
              volumes: [ { name: temporary, emptyDir: { sizeLimit: 1Mi } } ]
            """;

    @Test
    void a_good_pod_is_let_be() {
        var pod = Rendering.read(GOOD);

        assertThat(KubernetesTypes.mistake(pod.objects().getFirst())).isEmpty();
        assertThat(PodRules.violations(pod.all(Pod.class).getFirst().getSpec())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: Pod | kind: Pot | there is no v1 Pot",
                "apiVersion: v1 | apiVersion: v2 | there is no v2 Pod",
                "name: bot } | nam: bot } | nam",
                "containerPort: 8080 | containerPort: http | Integer",
                "containerPort: 8080 | containerPort: \"8080\" | Integer",
                "value: \"7\" | value: 7 | String",
                "runAsNonRoot: true | runAsNonRoot: \"true\" | Boolean",
                "readOnlyRootFilesystem | readOnlyRootFileSystem | readOnlyRootFileSystem"
            })
    void what_no_cluster_would_take_is_found(String good, String bad, String complaint) {
        var pod = Rendering.read(GOOD.replace(good, bad));

        var mistake = KubernetesTypes.mistake(pod.objects().getFirst());

        assertThat(mistake).hasValueSatisfying(text -> assertThat(text).contains(complaint));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "runAsNonRoot: true | runAsNonRoot: false | the pod may run as root",
                "runAsUser: 10001 | runAsUser: 0 | the pod names no user other than root",
                "type: RuntimeDefault | type: Unconfined | the pod has no seccomp profile",
                "containers: | hostPID: true, containers: | the pod shares the machine's network, processes or memory",
                "allowPrivilegeEscalation: false | privileged: false | bot may become more than it is",
                "allowPrivilegeEscalation: false | allowPrivilegeEscalation: false, privileged: true | bot is privileged",
                "readOnlyRootFilesystem: true | readOnlyRootFilesystem: false | bot may write anywhere",
                "drop: [ALL] | drop: [ALL], add: [NET_ADMIN] | bot keeps capabilities",
                "drop: [ALL] | drop: [] | bot keeps capabilities",
                "backonline:0.1.0 | backonline:latest | bot has an image of no certain version",
                "backonline:0.1.0 | registry.example:5000/backonline | bot has an image of no certain version",
                "startupProbe: { httpGet: { port: http } } | tty: false | bot lacks a probe",
                "limits: { cpu: 1, memory: 1Gi } | limits: { cpu: 1 } | bot limits lack cpu or memory",
                "requests: { cpu: 1, memory: 1Gi } | requests: { memory: 1Gi } | bot requests lack cpu or memory",
                "emptyDir: { sizeLimit: 1Mi } | emptyDir: {} | temporary has no end",
                "emptyDir: { sizeLimit: 1Mi } | hostPath: { path: / } | temporary is a volume of another kind"
            })
    void a_pod_that_breaks_a_rule_is_found(String good, String bad, String violation) {
        var pod = Rendering.read(GOOD.replace(good, bad.replace("hostPID: true, ", "hostPID: true\n  ")));

        var violations = PodRules.violations(pod.all(Pod.class).getFirst().getSpec());

        assertThat(violations).containsExactly(violation);
    }
}
