package dev.backonline.check.kubernetes;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** What Kubernetes tells a program that runs in it: the API server in the environment, the service account in a folder. */
record Surroundings(Function<String, Optional<String>> environment, Path account) {
    /** Where Kubernetes puts the account of a pod. */
    private static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    static Surroundings ofTheMachine() {
        return new Surroundings(name -> Optional.ofNullable(System.getenv(name)), ACCOUNT);
    }

    Optional<URI> server() {
        return environment
                .apply("KUBERNETES_SERVICE_HOST")
                .map(host -> host.contains(":") ? "[" + host + "]" : host)
                .map(host -> URI.create("https://%s:%s"
                        .formatted(
                                host,
                                environment.apply("KUBERNETES_SERVICE_PORT").orElse("443"))));
    }

    Optional<String> namespace() {
        return read(account.resolve("namespace"));
    }

    Path token() {
        return account.resolve("token");
    }

    Optional<String> authority() {
        return read(account.resolve("ca.crt"));
    }

    /** What is in the file, without the end of its line; empty if it cannot be read or holds nothing. */
    static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
