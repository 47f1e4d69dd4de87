package dev.backonline.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A repository with one made-up Maven, which tells how it was called. It goes by the name and version of the pinned one. */
final class PublishedMaven {

    private static final String TELLS = """
            #!/bin/sh
            echo "java: $JAVA_HOME"
            echo "folder: $PWD"
            for argument in "$@"; do echo "argument: $argument"; done
            exit "${MAVEN_EXIT_CODE:-0}"
            """;

    private static final Pattern NAME = Pattern.compile("/(apache-maven-([0-9.]+))-bin\\.zip");
    private static final Path PROPERTIES = Path.of(".mvn/wrapper/maven-wrapper.properties");

    private final Path repository;
    private final String properties;
    private final String name;
    private final String version;

    PublishedMaven(Path repository) throws IOException {
        this.repository = repository;
        properties = Files.readString(House.ROOT.resolve(PROPERTIES));
        var found = NAME.matcher(properties);
        if (!found.find()) {
            throw new IllegalStateException(PROPERTIES + " names no Maven");
        }
        name = found.group(1);
        version = found.group(2);
    }

    String version() {
        return version;
    }

    String address() {
        return "file://" + repository;
    }

    Path zip() {
        return repository.resolve("org/apache/maven/apache-maven/%s/%s-bin.zip".formatted(version, name));
    }

    void publish() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name + "/bin/mvn"));
            zip.write(TELLS.getBytes(UTF_8));
        }
        Files.createDirectories(zip().getParent());
        Files.write(zip(), bytes.toByteArray());
    }

    /** Pins what is published now in a copy of our properties. */
    void pinIn(Path project) throws IOException {
        var pinned = properties.replaceAll("(?m)^(distributionSha512Sum=).*$", "$1" + sha512());
        Files.writeString(project.resolve(PROPERTIES), pinned);
    }

    void remove() throws IOException {
        Files.delete(zip());
    }

    private String sha512() throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(zip())));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-512", e);
        }
    }
}
