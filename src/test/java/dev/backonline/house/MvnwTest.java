package dev.backonline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MvnwTest {

    private final FreshMachine machine;
    private final PublishedMaven maven;
    private final Call mvnw;

    MvnwTest(@TempDir Path folder) throws IOException {
        machine = new FreshMachine(folder.toRealPath());
        maven = new PublishedMaven(machine.folder("repository"));
        maven.publish();
        maven.pinIn(machine.project());
        mvnw = new Call(machine.project().resolve("mvnw"), machine.project(), Map.of())
                .with("PATH", machine.tools())
                .with("HOME", machine.home())
                .with("MVNW_REPOURL", maven.address());
    }

    @Test
    void without_a_jdk_it_says_where_it_looked() throws Exception {
        var result = mvnw.run("verify");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.complained())
                .contains("found no JDK 25 or newer")
                .contains("JAVA_HOME: not set")
                .contains("PATH: no java")
                .contains("/usr/lib/jvm/*: nothing there")
                .contains("/Library/Java/JavaVirtualMachines/*/Contents/Home: nothing there")
                .contains(machine.home() + "/.sdkman/candidates/java/*: nothing there");
    }

    @Test
    void a_jdk_that_is_too_old_is_named_with_its_version() throws Exception {
        var eight = machine.jdk("usr/lib/jvm/java-8", "1.8.0_392");
        var seventeen = machine.jdk("java 17", "17.0.15");
        var unpacked = machine.folder("opt/jdk-src");

        var result = mvnw.with("JAVA_HOME", seventeen).run("verify");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.complained())
                .contains("JAVA_HOME (" + seventeen + "): Java 17.0.15")
                .contains(eight + ": Java 1.8.0_392")
                .contains(unpacked + ": no JDK (it has no bin/javac)");
    }

    @Test
    void a_jdk_in_a_folder_with_spaces_is_used() throws Exception {
        var jdk = machine.jdk("my own jdk", "25.0.3");

        var result = mvnw.with("JAVA_HOME", jdk).run("verify");

        assertThat(result.exitCode()).isZero();
        assertThat(result.said()).contains("java: " + jdk);
    }

    @Test
    void an_old_java_home_gives_way_to_a_newer_jdk_and_is_mentioned() throws Exception {
        var old = machine.jdk("old", "21.0.1");
        var jdk = machine.jdk("usr/lib/jvm/jdk-26", "26-ea");

        var result = mvnw.with("JAVA_HOME", old).run("verify");

        assertThat(result.said()).contains("java: " + jdk);
        assertThat(result.complained()).contains("JAVA_HOME (" + old + ") is no JDK 25 or newer; using " + jdk);
    }

    @Test
    void the_java_on_the_path_leads_to_its_jdk() throws Exception {
        var jdk = machine.jdk("some where/jdk", "25");
        Files.createSymbolicLink(machine.tools().resolve("java"), jdk.resolve("bin/java"));

        var result = mvnw.run("verify");

        assertThat(result.said()).contains("java: " + jdk);
    }

    @Test
    void a_shim_on_the_path_is_asked_for_its_jdk() throws Exception {
        var jdk = machine.jdkWithoutReleaseFile("shimmed", "25.0.1");
        FreshMachine.writeProgram(machine.tools().resolve("java"), "#!/bin/sh\nexec '" + jdk + "/bin/java' \"$@\"\n");

        var result = mvnw.run("verify");

        assertThat(result.said()).contains("java: " + jdk);
    }

    @Test
    void a_corrupt_download_leaves_nothing_behind() throws Exception {
        Files.writeString(maven.zip(), "not quite Maven");

        var result = withJdk().run("verify");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.complained()).contains("is not Maven " + maven.version());
        assertThat(machine.cache()).isDirectoryNotContaining("glob:**.installing*");
        assertThat(installed()).isEmpty();
    }

    @Test
    void once_fetched_nothing_is_fetched_again() throws Exception {
        var first = withJdk().run("verify");
        maven.remove();

        var second = withJdk().run("verify");

        assertThat(first.complained()).contains("fetching Maven " + maven.version());
        assertThat(second.exitCode()).isZero();
        assertThat(second.complained()).isEmpty();
    }

    @Test
    void called_from_another_folder_through_a_link_it_builds_its_own_project() throws Exception {
        var elsewhere = machine.folder("else where");
        var link = Files.createSymbolicLink(elsewhere.resolve("build"), Path.of("../the project/mvnw"));

        var result = withJdk().script(link).from(elsewhere).run("verify", "-Dtitle=two words");

        assertThat(result.said())
                .contains("folder: " + elsewhere)
                .endsWith(
                        "argument: -f",
                        "argument: " + machine.project().resolve("pom.xml"),
                        "argument: verify",
                        "argument: -Dtitle=two words");
    }

    @Test
    void a_pom_that_the_caller_names_is_the_one() throws Exception {
        var result = withJdk().run("--file", "other.xml", "verify");

        assertThat(result.said()).endsWith("argument: --file", "argument: other.xml", "argument: verify");
        assertThat(result.said()).doesNotContain("argument: -f");
    }

    @Test
    void the_exit_code_is_maven_s_own() throws Exception {
        var result = withJdk().with("MAVEN_EXIT_CODE", 7).run("verify");

        assertThat(result.exitCode()).isEqualTo(7);
    }

    @Test
    void two_first_runs_at_once_leave_one_installation() throws Exception {
        var one = withJdk().start("verify");
        var other = withJdk().start("verify");

        var exitCodes = List.of(one.await().exitCode(), other.await().exitCode());

        assertThat(exitCodes).containsOnly(0);
        assertThat(installed()).hasSize(1);
    }

    @Test
    void an_mvn_on_the_path_resolves_maven_by_its_coordinates() throws Exception {
        FreshMachine.writeProgram(machine.tools().resolve("mvn"), """
                #!/bin/sh
                for argument in "$@"; do
                    case $argument in
                        -Dartifact=org.apache.maven:apache-maven:%s:zip:bin) asked=yes ;;
                        -DoutputDirectory=*) folder=${argument#*=} ;;
                    esac
                done
                [ -n "$asked" ] && cp '%s' "$folder"
                """.formatted(maven.version(), maven.zip()));

        var result = withJdk().with("MVNW_REPOURL", "").run("verify");

        assertThat(result.exitCode()).isZero();
        assertThat(installed()).hasSize(1);
    }

    @Test
    void when_maven_cannot_be_fetched_it_says_what_would_help() throws Exception {
        maven.remove();

        var result = withJdk().run("verify");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.complained()).contains("could not fetch Maven " + maven.version() + ". MVNW_REPOURL");
        assertThat(installed()).isEmpty();
    }

    private Call withJdk() throws IOException {
        return mvnw.with("JAVA_HOME", machine.jdk("jdk", "25.0.3"));
    }

    /** Every `mvn` in the cache: one, or none. */
    private List<Path> installed() throws IOException {
        try (var paths = Files.walk(machine.cache())) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }
}
