package dev.backonline.house;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * A made-up machine for `mvnw` to run on: folders, standard tools, JDKs that only tell their version, and a home. Nothing of the
 * real machine can be seen from it.
 */
final class FreshMachine {

    /** What the script may rely on. Neither curl nor wget: no test reaches a network. */
    private static final List<String> TOOLS = List.of(
            "sh",
            "sed",
            "dirname",
            "basename",
            "readlink",
            "mktemp",
            "mkdir",
            "mv",
            "rm",
            "cp",
            "chmod",
            "sha512sum",
            "shasum",
            "openssl");

    private final Path root;

    FreshMachine(Path root) throws IOException {
        this.root = root;
        for (var folder : List.of(home(), tools(), project().resolve(".mvn/wrapper"))) {
            Files.createDirectories(folder);
        }
        for (var tool : TOOLS) {
            lend(tool);
        }
        // The places where JDKs are usually installed are then those of this machine.
        var script = Files.readString(House.ROOT.resolve("mvnw"))
                .replaceAll("(?<= )/(usr|opt|home|Library)/", root + "/$1/");
        writeProgram(project().resolve("mvnw"), script);
        Files.writeString(project().resolve("pom.xml"), "<project/>");
    }

    /** With a space in its name, as homes on a Mac may have. */
    Path home() {
        return root.resolve("home of someone");
    }

    Path project() {
        return root.resolve("the project");
    }

    Path tools() {
        return root.resolve("tools");
    }

    Path cache() {
        return home().resolve(".m2/wrapper/dists");
    }

    Path folder(String path) throws IOException {
        return Files.createDirectories(root.resolve(path));
    }

    /** A JDK that tells its version in its `release` file, as nearly all do. */
    Path jdk(String place, String version) throws IOException {
        var home = jdkWithoutReleaseFile(place, version);
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return home;
    }

    Path jdkWithoutReleaseFile(String place, String version) throws IOException {
        var home = root.resolve(place);
        var bin = Files.createDirectories(home.resolve("bin"));
        writeProgram(bin.resolve("java"), """
                #!/bin/sh
                echo '    java.home = %s' >&2
                echo 'openjdk version "%s" 2025-09-16' >&2
                """.formatted(home, version));
        writeProgram(bin.resolve("javac"), "#!/bin/sh\n");
        var jar = Path.of(System.getProperty("java.home"), "bin", "jar");
        writeProgram(bin.resolve("jar"), "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(jar));
        return home;
    }

    static void writeProgram(Path path, String text) throws IOException {
        Files.writeString(path, text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void lend(String tool) throws IOException {
        var real = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst();
        if (real.isPresent()) {
            writeProgram(tools().resolve(tool), "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(real.get()));
        }
    }
}
