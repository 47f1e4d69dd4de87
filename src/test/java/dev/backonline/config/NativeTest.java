package dev.backonline.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A native executable knows by reflection only what was registered. */
class NativeTest {
    @Test
    void all_that_is_made_by_reflection_is_registered() {
        var plugins = Plugins.installed();
        var kinds = Stream.concat(plugins.checks().stream(), plugins.channels().stream())
                .map(Object::getClass)
                .toList();
        var targets = kinds.stream()
                .flatMap(kind -> Optional.ofNullable(kind.getAnnotation(RegisterForReflection.class)).stream())
                .flatMap(registered -> Arrays.stream(registered.targets()))
                .toList();

        var reflected = new SettingsTour(plugins).reflected();

        assertThat(reflected)
                .isNotEmpty()
                .allSatisfy(type -> assertThat(targets.contains(type) || isRegistered(type))
                        .as(type + " is registered for reflection")
                        .isTrue());
    }

    /** Registering a type registers those nested in it. */
    private static boolean isRegistered(Class<?> type) {
        return Stream.<Class<?>>iterate(type, outer -> outer != null, Class::getEnclosingClass)
                .anyMatch(outer -> Optional.ofNullable(outer.getAnnotation(RegisterForReflection.class))
                        .filter(registered -> registered.targets().length == 0)
                        .isPresent());
    }
}
