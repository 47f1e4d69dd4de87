package dev.backonline.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** The rules about who may import whom. */
final class Arrows {

    static final ArchRule EVERY_CLASS_IS_IN_A_PACKAGE_ON_THE_LIST = classes()
            .should(new ArchCondition<JavaClass>("be in one of the twelve packages, at most two levels deep") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!Place.of(type).map(Place::isOnTheList).orElse(false)) {
                        events.add(SimpleConditionEvent.violated(
                                type, type.getDescription() + " is in a package that is not on the list"));
                    }
                }
            })
            .allowEmptyShould(true);

    static final ArchRule IMPORTS_POINT_UP = never(
            "import a package further down the list",
            (from, to) -> ours(from, to, (user, used) -> used.isOnTheList() && used.isBelow(user)));

    /**
     * The folders of `check` and `channel` are found by the service loader: no class there knows another folder, but for those that
     * networks are built of, which know none of the networks.
     */
    static final ArchRule PLUG_INS_STAND_ALONE = never(
            "import a sibling plug-in, or a plug-in from the package above it",
            (from, to) ->
                    ours(from, to, (user, used) -> (used.isPlugIn() || user.isAbovePlugIns()) && used.isBeside(user)));

    static final ArchRule THE_CORE_IS_PLAIN_JAVA = never(
            "import a framework or do input and output, being core",
            (from, to) -> Place.of(from)
                    .filter(Place::isCore)
                    .map(place -> !mayUse(place, to))
                    .orElse(false));

    static final ArchRule SQL_IS_FOR_THE_STORE = never(
            "use SQL outside of store (bot may wire the data source)",
            (from, to) -> isSql(to) && !isInOneOf(from, "store", "bot"));

    static final ArchRule SPANS_ARE_FOR_THE_TRACES = never(
            "use OpenTelemetry outside of bot.trace",
            (from, to) -> to.getName().startsWith("io.opentelemetry.")
                    && !from.getPackageName().equals(Place.BASE + ".bot.trace"));

    private static final Pattern PLAIN_JAVA =
            Pattern.compile("java\\.(lang|util|text|time|math)\\..*|java\\.net\\.URI|org\\.jspecify\\..*");

    /** Certificates in the file are read where the file is, before anybody relies on them. */
    private static final Pattern CERTIFICATES =
            Pattern.compile("java\\.security\\..*|java\\.io\\.(ByteArray)?InputStream");

    private static boolean mayUse(Place core, JavaClass target) {
        return Place.of(target).map(Place::isCore).orElse(target.isPrimitive())
                || PLAIN_JAVA.matcher(target.getName()).matches()
                || (core.stage().equals("check")
                        && CERTIFICATES.matcher(target.getName()).matches())
                || (core.stage().equals("message") && target.getName().startsWith("io.quarkus.qute."));
    }

    private static boolean isSql(JavaClass type) {
        return type.getName().startsWith("java.sql.") || type.getName().startsWith("javax.sql.");
    }

    static boolean isInOneOf(JavaClass type, String... stages) {
        var stage = Place.of(type).map(Place::stage).orElse("");
        return List.of(stages).contains(stage);
    }

    private static boolean ours(JavaClass from, JavaClass to, BiPredicate<Place, Place> forbidden) {
        return Place.of(from)
                .flatMap(user -> Place.of(to).map(used -> forbidden.test(user, used)))
                .orElse(false);
    }

    private static ArchRule never(String what, BiPredicate<JavaClass, JavaClass> forbidden) {
        return classes()
                .should(new ArchCondition<JavaClass>("never " + what) {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(arrow -> forbidden.test(type, target(arrow)))
                                .map(arrow -> SimpleConditionEvent.violated(type, arrow.getDescription()))
                                .forEach(events::add);
                    }
                })
                .allowEmptyShould(true);
    }

    private static JavaClass target(Dependency arrow) {
        return arrow.getTargetClass().getBaseComponentType();
    }

    private Arrows() {}
}
