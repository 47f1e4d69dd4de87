package dev.backonline.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules about what types and methods are called. */
final class Names {

    static final ArchRule TYPES_ARE_NAMED_IN_THE_WORDS_OF_THE_PRODUCT =
            classes().should(haveTellingName()).allowEmptyShould(true);

    static final ArchRule NO_SIMPLE_NAME_TWICE =
            classes().should(haveNameOfTheirOwn()).allowEmptyShould(true);

    static final ArchRule METHODS_ARE_NOT_GETTERS =
            methods().should(notBeGetters()).allowEmptyShould(true);

    private static final Pattern TELLS_NOTHING = Pattern.compile("Abstract.*|.*(Manager|Helper|Utils?|Impl|Data|Info)");

    private static final Pattern GETTER = Pattern.compile("get[A-Z].*");

    private static ArchCondition<JavaClass> haveTellingName() {
        return new ArchCondition<>("have a name that tells what they are") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (TELLS_NOTHING.matcher(type.getSimpleName()).matches()) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getDescription() + " has a name that tells nothing"));
                }
            }
        };
    }

    /** A nested type is read with its owner's name, so two of them may share one; none may look like a top-level type. */
    private static ArchCondition<JavaClass> haveNameOfTheirOwn() {
        return new ArchCondition<>("have a simple name that no other type has") {
            private Map<String, List<JavaClass>> topLevel = Map.of();

            @Override
            public void init(Collection<JavaClass> all) {
                topLevel = all.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .collect(Collectors.groupingBy(JavaClass::getSimpleName));
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                topLevel.getOrDefault(type.getSimpleName(), List.of()).stream()
                        .filter(other -> !other.equals(type))
                        .map(other -> "%s has the simple name of %s".formatted(type.getDescription(), other.getName()))
                        .map(complaint -> SimpleConditionEvent.violated(type, complaint))
                        .forEach(events::add);
            }
        };
    }

    private static ArchCondition<JavaMethod> notBeGetters() {
        return new ArchCondition<>("not be getters, unless a library declared them") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (GETTER.matcher(method.getName()).matches() && !isGenerated(method) && !isFromLibrary(method)) {
                    events.add(SimpleConditionEvent.violated(method, method.getDescription() + " is a getter"));
                }
            }
        };
    }

    private static boolean isGenerated(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.SYNTHETIC)
                || method.getModifiers().contains(JavaModifier.BRIDGE);
    }

    private static boolean isFromLibrary(JavaMethod method) {
        var owner = method.getOwner();
        return Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                .filter(ancestor -> Place.of(ancestor).isEmpty())
                .flatMap(ancestor -> ancestor.getMethods().stream())
                .anyMatch(declared -> isSame(declared, method));
    }

    private static boolean isSame(JavaMethod declared, JavaMethod method) {
        return declared.getName().equals(method.getName())
                && declared.getRawParameterTypes().size()
                        == method.getRawParameterTypes().size();
    }

    private Names() {}
}
