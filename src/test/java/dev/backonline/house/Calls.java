package dev.backonline.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules about what must not be called, whether by name or by a method reference. */
final class Calls {

    static final ArchRule TIME_IS_NEVER_SLEPT = neverCall("sleep", type -> true, Calls::sleeps);

    static final ArchRule ONLY_THE_BOT_READS_THE_CLOCK =
            neverCall("read the wall clock outside of bot", type -> !Arrows.isInOneOf(type, "bot"), Calls::readsClock);

    static final ArchRule THE_CORE_IS_TOLD_THE_TIME = neverCall(
            "read a clock of any kind, being core",
            type -> Place.of(type).map(Place::isCore).orElse(false),
            access -> is(access, "java.lang.System", "nanoTime") || readsClock(access));

    private static final Set<String> CLOCK_SOURCES =
            Set.of("system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes");

    private static boolean sleeps(JavaAccess<?> access) {
        return access.getName().equals("sleep")
                && (access.getTargetOwner().isAssignableTo(Thread.class)
                        || is(access, "java.util.concurrent.TimeUnit", "sleep"));
    }

    private static boolean readsClock(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getName();
        return switch (access.getName()) {
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "now" -> owner.startsWith("java.time.") && !isGivenClock(access);
            case "getInstance" -> owner.equals("java.util.Calendar");
            case "<init>" -> owner.equals("java.util.Date") && hasNoParameters(access);
            default -> isClock(owner) && CLOCK_SOURCES.contains(access.getName());
        };
    }

    private static boolean isClock(String owner) {
        return owner.equals("java.time.Clock") || owner.equals("java.time.InstantSource");
    }

    private static boolean isGivenClock(JavaAccess<?> access) {
        return parameters(access).anyMatch(parameter -> isClock(parameter.getName()));
    }

    private static boolean hasNoParameters(JavaAccess<?> access) {
        return parameters(access).findAny().isEmpty();
    }

    private static Stream<JavaClass> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitCallTarget target
                ? target.getRawParameterTypes().stream()
                : Stream.empty();
    }

    private static boolean is(JavaAccess<?> access, String owner, String name) {
        return access.getTargetOwner().getName().equals(owner)
                && access.getName().equals(name);
    }

    private static ArchRule neverCall(String what, Predicate<JavaClass> bound, Predicate<JavaAccess<?>> forbidden) {
        return classes()
                .should(new ArchCondition<JavaClass>("never " + what) {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getAccessesFromSelf().stream()
                                .filter(access -> bound.test(type) && forbidden.test(access))
                                .map(access -> SimpleConditionEvent.violated(access, access.getDescription()))
                                .forEach(events::add);
                    }
                })
                .allowEmptyShould(true);
    }

    private Calls() {}
}
