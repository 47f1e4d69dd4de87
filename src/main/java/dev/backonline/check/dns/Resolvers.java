package dev.backonline.check.dns;

import dev.backonline.check.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whom to ask: the one that the file names, or the system's, read anew each time since a network change rewrites them. */
record Resolvers(Optional<Endpoint> chosen, Path system) {
    private static final Pattern LINE = Pattern.compile("^nameserver\\s+(\\S+)", Pattern.MULTILINE);

    /** resolv.conf(5): at most three are asked. */
    private static final int MOST = 3;

    private static final int PORT = 53;

    /** At least one. */
    List<InetSocketAddress> all() throws IOException {
        return chosen.isPresent()
                ? List.of(address(chosen.get().host(), chosen.get().port()))
                : ofTheSystem();
    }

    private List<InetSocketAddress> ofTheSystem() throws IOException {
        var text = Files.exists(system) ? Files.readString(system, StandardCharsets.ISO_8859_1) : "";
        var all = LINE.matcher(text)
                .results()
                .map(line -> address(line.group(1), PORT))
                .limit(MOST)
                .toList();
        // resolv.conf(5): without any, the resolver of this machine.
        return all.isEmpty() ? List.of(address("127.0.0.1", PORT)) : all;
    }

    private static InetSocketAddress address(String host, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(host), port);
    }
}
