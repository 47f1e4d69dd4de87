package dev.backonline.check.kubernetes;

import dev.backonline.catalog.Secret;
import dev.backonline.check.Pem;
import dev.backonline.check.Tls;
import dev.backonline.check.Way;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the API server is, and how it knows us: as the file says, or else as the surroundings do, looked at anew each time. */
record ApiServer(KubernetesSettings settings, Surroundings surroundings) {
    /** Ours: an object of the API has some kilobytes, all endpoints of a large service some megabytes. */
    private static final int MOST_BYTES = 8 << 20;

    /** Why nobody can be asked; empty if somebody can. */
    Optional<String> objection() {
        if (server().isEmpty()) {
            return Optional.of("no API server: not in a cluster, and no 'server' is given");
        }
        if (namespace().isEmpty()) {
            return Optional.of("no namespace: not in a cluster, and none is given");
        }
        return settings.tokenFile().isPresent() && token().isEmpty()
                ? Optional.of("no token: the file '%s' cannot be read"
                        .formatted(settings.tokenFile().get()))
                : Optional.empty();
    }

    Optional<URI> address() {
        return server().flatMap(server -> namespace()
                .map(namespace -> URI.create(server.toString().replaceAll("/+$", "")
                        + settings.kind().path(namespace, settings.name()))));
    }

    private Optional<URI> server() {
        return settings.server().or(surroundings::server);
    }

    Optional<String> namespace() {
        return settings.namespace().or(surroundings::namespace);
    }

    Map<String, String> headers() {
        return token().map(token -> Map.of("accept", "application/json", "authorization", "Bearer " + token))
                .orElseGet(() -> Map.of("accept", "application/json"));
    }

    /** The account's token is for the account's own server: another one is not told it. */
    private Optional<String> token() {
        var named = settings.tokenFile().map(Path::of);
        var own = settings.server().isEmpty() ? Optional.of(surroundings.token()) : Optional.<Path>empty();
        return settings.token().map(Secret::value).or(() -> named.or(() -> own).flatMap(Surroundings::read));
    }

    Way way() {
        var usual = Way.plain(settings.tls().or(this::ofTheAccount));
        return new Way(usual.version(), usual.ip(), usual.proxy(), usual.tls(), MOST_BYTES, false);
    }

    private Optional<Tls> ofTheAccount() {
        return settings.server().isEmpty()
                ? surroundings.authority().map(Pem::new).map(Tls::trusting)
                : Optional.empty();
    }
}
