package dev.backonline.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter().importPath(House.MAIN_CLASSES);
    private static final JavaClasses TEST = new ClassFileImporter().importPath(House.TEST_CLASSES);

    @ParameterizedTest
    @MethodSource
    void the_program_keeps(ArchRule rule) {
        var violations = violations(rule, MAIN);

        assertThat(violations).as(rule.getDescription()).isEmpty();
    }

    static Stream<ArchRule> the_program_keeps() {
        return Stream.of(
                Arrows.EVERY_CLASS_IS_IN_A_PACKAGE_ON_THE_LIST,
                Arrows.IMPORTS_POINT_UP,
                Arrows.PLUG_INS_STAND_ALONE,
                Arrows.THE_CORE_IS_PLAIN_JAVA,
                Arrows.SQL_IS_FOR_THE_STORE,
                Arrows.SPANS_ARE_FOR_THE_TRACES,
                Calls.TIME_IS_NEVER_SLEPT,
                Calls.ONLY_THE_BOT_READS_THE_CLOCK,
                Calls.THE_CORE_IS_TOLD_THE_TIME,
                Names.TYPES_ARE_NAMED_IN_THE_WORDS_OF_THE_PRODUCT,
                Names.NO_SIMPLE_NAME_TWICE,
                Names.METHODS_ARE_NOT_GETTERS);
    }

    @ParameterizedTest
    @MethodSource
    void the_tests_keep(ArchRule rule) {
        var violations = violations(rule, TEST);

        assertThat(violations).as(rule.getDescription()).isEmpty();
    }

    static Stream<ArchRule> the_tests_keep() {
        return Stream.of(Calls.TIME_IS_NEVER_SLEPT, Names.TYPES_ARE_NAMED_IN_THE_WORDS_OF_THE_PRODUCT);
    }

    /** Without this, a rule that looks into the wrong folder would pass for ever. */
    @Test
    void the_rules_are_shown_the_classes() {
        assertThat(MAIN.contain("dev.backonline.catalog.ServiceId")).isTrue();
        assertThat(TEST.contain(ArchitectureTest.class)).isTrue();
    }

    static List<String> violations(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }
}
