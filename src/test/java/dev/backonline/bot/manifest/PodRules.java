package dev.backonline.bot.manifest;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of a pod: the restricted profile of Kubernetes' Pod Security Standards, and some more of our own (read-only files, a
 * version of the image, limits, probes, temporary files that end somewhere).
 */
final class PodRules {
    private final List<String> violations = new ArrayList<>();

    private PodRules() {}

    static List<String> violations(PodSpec pod) {
        var rules = new PodRules();
        rules.judge(pod);
        pod.getContainers().forEach(rules::judge);
        pod.getVolumes().forEach(rules::judge);
        return List.copyOf(rules.violations);
    }

    private void judge(PodSpec pod) {
        var security = Optional.ofNullable(pod.getSecurityContext());
        ask(security.map(PodSecurityContext::getRunAsNonRoot).orElse(false), "the pod may run as root");
        ask(security.map(PodSecurityContext::getRunAsUser).orElse(0L) > 0, "the pod names no user other than root");
        ask(
                security.map(PodSecurityContext::getSeccompProfile)
                        .map(SeccompProfile::getType)
                        .filter("RuntimeDefault"::equals)
                        .isPresent(),
                "the pod has no seccomp profile");
        for (var shared : Arrays.asList(pod.getHostNetwork(), pod.getHostPID(), pod.getHostIPC())) {
            ask(!Boolean.TRUE.equals(shared), "the pod shares the machine's network, processes or memory");
        }
        ask(pod.getInitContainers().isEmpty(), "containers that come first are not judged here");
    }

    private void judge(Container container) {
        var name = container.getName();
        var security = Optional.ofNullable(container.getSecurityContext());
        ask(
                security.map(SecurityContext::getAllowPrivilegeEscalation)
                        .map(allowed -> !allowed)
                        .orElse(false),
                name + " may become more than it is");
        ask(!security.map(SecurityContext::getPrivileged).orElse(false), name + " is privileged");
        ask(security.map(SecurityContext::getReadOnlyRootFilesystem).orElse(false), name + " may write anywhere");
        var capabilities = security.map(SecurityContext::getCapabilities).orElseGet(Capabilities::new);
        ask(capabilities.getDrop().contains("ALL") && capabilities.getAdd().isEmpty(), name + " keeps capabilities");
        var tag = container.getImage().replaceFirst("^.*/", "").split("[:@]", 2);
        ask(tag.length == 2 && !tag[1].equals("latest"), name + " has an image of no certain version");
        ask(
                Objects.nonNull(container.getStartupProbe())
                        && Objects.nonNull(container.getLivenessProbe())
                        && Objects.nonNull(container.getReadinessProbe()),
                name + " lacks a probe");
        var resources = Optional.ofNullable(container.getResources());
        limit(name + " limits", resources.map(it -> it.getLimits().keySet()).orElseGet(Set::of));
        limit(name + " requests", resources.map(it -> it.getRequests().keySet()).orElseGet(Set::of));
    }

    private void limit(String name, Set<String> named) {
        ask(named.containsAll(List.of("cpu", "memory")), name + " lack cpu or memory");
    }

    private void judge(Volume volume) {
        var known = Map.of(
                "a ConfigMap", Optional.ofNullable(volume.getConfigMap()),
                "a Secret", Optional.ofNullable(volume.getSecret()),
                "a claim", Optional.ofNullable(volume.getPersistentVolumeClaim()),
                "a temporary one", Optional.ofNullable(volume.getEmptyDir()));
        ask(known.values().stream().anyMatch(Optional::isPresent), volume.getName() + " is a volume of another kind");
        Optional.ofNullable(volume.getEmptyDir())
                .ifPresent(it -> ask(Objects.nonNull(it.getSizeLimit()), volume.getName() + " has no end"));
    }

    private void ask(boolean kept, String violation) {
        if (!kept) {
            violations.add(violation);
        }
    }
}
