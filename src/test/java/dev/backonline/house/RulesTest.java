package dev.backonline.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A rule that cannot fail is no rule: each one is shown code that breaks it, and code that only seems to. */
class RulesTest {

    private static final String SHELF = "package dev.backonline.catalog; public class Shelf {}";
    private static final String CELLAR = "package dev.backonline.store; public class Cellar {}";
    private static final String ALPHA = "package dev.backonline.channel.alpha; public class Alpha {}";
    private static final String PROBE = "package dev.backonline.check.tcp; public class Probe {}";
    private static final String BRICK = "package dev.backonline.channel.api; public class Brick {}";
    private static final String CARRIER = "package dev.backonline.channel; public interface Carrier {}";

    static final List<Case> BROKEN = List.of(
            new Case("a package that is not on the list", Arrows.EVERY_CLASS_IS_IN_A_PACKAGE_ON_THE_LIST)
                    .in("package dev.backonline.cloud; class Odds {}")
                    .complains("dev.backonline.cloud.Odds"),
            new Case("a package that says nothing", Arrows.EVERY_CLASS_IS_IN_A_PACKAGE_ON_THE_LIST)
                    .in("package dev.backonline.page.util; class Ends {}")
                    .complains("dev.backonline.page.util.Ends"),
            new Case("a folder below a folder", Arrows.EVERY_CLASS_IS_IN_A_PACKAGE_ON_THE_LIST)
                    .in("package dev.backonline.page.feed.atom; class Entry {}")
                    .complains("dev.backonline.page.feed.atom.Entry"),
            new Case("an arrow that points down", Arrows.IMPORTS_POINT_UP)
                    .in(CELLAR, "package dev.backonline.catalog; class Up { dev.backonline.store.Cellar[] below; }")
                    .complains("dev.backonline.store.Cellar"),
            new Case("a plug-in that knows another", Arrows.PLUG_INS_STAND_ALONE)
                    .in(
                            ALPHA,
                            "package dev.backonline.channel.beta; class Beta { dev.backonline.channel.alpha.Alpha a; }")
                    .complains("channel.beta.Beta"),
            new Case("a list of plug-ins", Arrows.PLUG_INS_STAND_ALONE)
                    .in(ALPHA, "package dev.backonline.channel; class Known { dev.backonline.channel.alpha.Alpha a; }")
                    .complains("channel.Known"),
            new Case("what networks are built of that knows one", Arrows.PLUG_INS_STAND_ALONE)
                    .in(
                            ALPHA,
                            "package dev.backonline.channel.smtp; class Partial { dev.backonline.channel.alpha.Alpha a; }")
                    .complains("channel.smtp.Partial"),
            new Case("a package that knows what is made for the plug-ins below it", Arrows.PLUG_INS_STAND_ALONE)
                    .in(BRICK, "package dev.backonline.channel; class Roof { dev.backonline.channel.api.Brick b; }")
                    .complains("channel.Roof"),
            new Case("the network in the core", Arrows.THE_CORE_IS_PLAIN_JAVA)
                    .in("package dev.backonline.verdict; class Peek { java.net.Socket socket; }")
                    .complains("java.net.Socket"),
            new Case("the console in the core", Arrows.THE_CORE_IS_PLAIN_JAVA)
                    .in("package dev.backonline.outbox; class Loud { void say() { System.out.println(); } }")
                    .complains("java.io.PrintStream"),
            new Case("an edge in the core", Arrows.THE_CORE_IS_PLAIN_JAVA)
                    .in(PROBE, "package dev.backonline.verdict; class Leap { dev.backonline.check.tcp.Probe probe; }")
                    .complains("dev.backonline.check.tcp.Probe"),
            new Case("SQL on the page", Arrows.SQL_IS_FOR_THE_STORE)
                    .in("package dev.backonline.page; class Table { java.sql.Connection connection; }")
                    .complains("java.sql.Connection"),
            new Case("a span at the desk", Arrows.SPANS_ARE_FOR_THE_TRACES)
                    .in("package dev.backonline.bot.desk; class Chalk { io.opentelemetry.api.trace.Span span; }")
                    .complains("io.opentelemetry.api.trace.Span"),
            new Case("a sleep", Calls.TIME_IS_NEVER_SLEPT)
                    .in("package dev.backonline.bot; class Nap { void nap() throws Exception { Thread.sleep(1); } }")
                    .complains("bot.Nap.nap()"),
            new Case("a sleep in other words", Calls.TIME_IS_NEVER_SLEPT)
                    .in("package dev.backonline.bot; import java.util.concurrent.TimeUnit;"
                            + "class Doze { void doze() throws Exception { TimeUnit.DAYS.sleep(1); } }")
                    .complains("bot.Doze.doze()"),
            new Case("a look at the clock", Calls.ONLY_THE_BOT_READS_THE_CLOCK)
                    .in("package dev.backonline.page; class Late { Object now = java.time.Instant.now(); }")
                    .complains("page.Late"),
            new Case("a look at the clock by reference", Calls.ONLY_THE_BOT_READS_THE_CLOCK)
                    .in("package dev.backonline.page; import java.util.function.Supplier;"
                            + "class Later { Supplier<?> now = java.time.Instant::now; }")
                    .complains("page.Later"),
            new Case("a clock of one's own", Calls.ONLY_THE_BOT_READS_THE_CLOCK)
                    .in("package dev.backonline.page; class Own { Object own = java.time.InstantSource.system(); }")
                    .complains("page.Own"),
            new Case("an old-fashioned look at the clock", Calls.ONLY_THE_BOT_READS_THE_CLOCK)
                    .in("package dev.backonline.page; class Old { Object now = new java.util.Date(); }")
                    .complains("page.Old"),
            new Case("a stopwatch in the core", Calls.THE_CORE_IS_TOLD_THE_TIME)
                    .in("package dev.backonline.incident; class Race { long start = System.nanoTime(); }")
                    .complains("incident.Race"),
            new Case("a manager", Names.TYPES_ARE_NAMED_IN_THE_WORDS_OF_THE_PRODUCT)
                    .in("package dev.backonline.incident; class IncidentManager {}")
                    .complains("IncidentManager"),
            new Case("one name for two", Names.NO_SIMPLE_NAME_TWICE)
                    .in(SHELF, "package dev.backonline.page; class Room { record Shelf() {} }")
                    .complains("simple name of dev.backonline.catalog.Shelf"),
            new Case("a getter", Names.METHODS_ARE_NOT_GETTERS)
                    .in("package dev.backonline.catalog; class Rack { int getBook() { return 1; } }")
                    .complains("getBook"));

    static final List<Case> KEPT = List.of(
            new Case("an arrow that points up", Arrows.IMPORTS_POINT_UP)
                    .in(SHELF, "package dev.backonline.bot; class All { dev.backonline.catalog.Shelf shelf; }"),
            new Case("arrays, records and lambdas in the core", Arrows.THE_CORE_IS_PLAIN_JAVA)
                    .in(
                            "package dev.backonline.verdict; import java.util.stream.IntStream;"
                                    + "record Fine(int[] a, java.net.URI b) { Object c() { return b + \"\" + IntStream.of(a).map(i -> i + 1).sum(); } }"),
            new Case("a span among the traces", Arrows.SPANS_ARE_FOR_THE_TRACES)
                    .in("package dev.backonline.bot.trace; class Crayon { io.opentelemetry.api.trace.Span span; }"),
            new Case("a plug-in that knows the package above it", Arrows.PLUG_INS_STAND_ALONE)
                    .in(
                            CARRIER,
                            "package dev.backonline.channel.alpha; class By implements dev.backonline.channel.Carrier {}"),
            new Case("a plug-in that knows what it is built of", Arrows.PLUG_INS_STAND_ALONE)
                    .in(
                            BRICK,
                            "package dev.backonline.channel.gamma; class Wall { dev.backonline.channel.api.Brick b; }"),
            new Case("a clock that was handed in", Calls.ONLY_THE_BOT_READS_THE_CLOCK)
                    .in(
                            "package dev.backonline.page; class Told { Object t(java.time.Clock c) { return java.time.LocalDate.now(c); } }"),
            new Case("a getter that a library asks for", Names.METHODS_ARE_NOT_GETTERS)
                    .in("package dev.backonline.page; class Oops extends Exception "
                            + "{ @Override public String getMessage() { return \"\"; } }"),
            new Case("one name for two cases of two families", Names.NO_SIMPLE_NAME_TWICE)
                    .in(
                            "package dev.backonline.verdict; class Judged { record Unknown() {} }",
                            "package dev.backonline.channel; class Carried { record Unknown() {} }"));

    private static JavaClasses broken = Snippets.nothing();
    private static JavaClasses kept = Snippets.nothing();

    @BeforeAll
    static void compile(@TempDir Path folder) throws IOException {
        broken = compile(BROKEN, folder.resolve("broken"));
        kept = compile(KEPT, folder.resolve("kept"));
    }

    @ParameterizedTest
    @FieldSource("BROKEN")
    void a_broken_rule_is_found(Case broken) {
        var violations = ArchitectureTest.violations(broken.rule(), RulesTest.broken);

        assertThat(violations).anyMatch(violation -> violation.contains(broken.complaint()));
    }

    @ParameterizedTest
    @FieldSource("KEPT")
    void what_only_seems_to_break_a_rule_is_let_be(Case kept) {
        var violations = ArchitectureTest.violations(kept.rule(), RulesTest.kept);

        assertThat(violations).isEmpty();
    }

    private static JavaClasses compile(List<Case> cases, Path folder) throws IOException {
        return new Snippets(folder)
                .compile(cases.stream()
                        .flatMap(example -> example.sources().stream())
                        .distinct()
                        .toList());
    }

    /** A few lines of code, and the rule they are about. */
    record Case(String title, ArchRule rule, List<String> sources, String complaint) {

        Case(String title, ArchRule rule) {
            this(title, rule, List.of(), "");
        }

        Case in(String... sources) {
            return new Case(title, rule, List.of(sources), complaint);
        }

        Case complains(String complaint) {
            return new Case(title, rule, sources, complaint);
        }

        @Override
        public String toString() {
            return title;
        }
    }
}
