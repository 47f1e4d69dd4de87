package dev.backonline.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Debian's nginx serving the same bytes from files, compressed beforehand, with the same headers; closing ends it. */
record StaticServer(Process process, int port) implements AutoCloseable {
    private static final Set<String> ITS_OWN =
            Set.of("etag", "last-modified", "content-length", "content-type", "content-encoding", "vary", "date");

    /** What it needs is written under {@code folder}. */
    static StaticServer started(Path folder, URI original, List<String> paths) throws Exception {
        var port = free();
        Files.writeString(folder.resolve("nginx.conf"), configuration(folder, original, paths, port));
        var process = new ProcessBuilder(
                        "nginx",
                        "-p",
                        folder.toString(),
                        "-c",
                        folder.resolve("nginx.conf").toString())
                .redirectError(Redirect.INHERIT)
                .start();
        return new StaticServer(process, port);
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String configuration(Path folder, URI original, List<String> paths, int port) throws Exception {
        var locations = new StringBuilder();
        for (var path : paths) {
            locations.append(location(folder, original, path));
        }
        return """
                daemon off;
                pid %1$s/pid;
                error_log stderr crit;
                user %4$s;
                worker_processes auto;
                worker_rlimit_nofile 20000;
                events { worker_connections 8192; }
                http {
                  access_log off; sendfile on; tcp_nopush on; gzip_static on; gzip_vary on;
                  keepalive_requests 1000000; open_file_cache max=100; default_type text/plain;
                  client_body_temp_path %1$s/a; proxy_temp_path %1$s/b; fastcgi_temp_path %1$s/c;
                  uwsgi_temp_path %1$s/d; scgi_temp_path %1$s/e;
                  server { listen 127.0.0.1:%2$d; root %1$s;
                  %3$s } }
                """.formatted(folder, port, locations, System.getProperty("user.name"));
    }

    private static String location(Path folder, URI original, String path) throws Exception {
        var name = "file-" + Integer.toUnsignedString(path.hashCode());
        var plain = answer(original.resolve(path), "identity");
        Files.write(folder.resolve(name), plain.body());
        Files.write(
                folder.resolve(name + ".gz"),
                answer(original.resolve(path), "gzip").body());
        var headers = plain.headers().map().entrySet().stream()
                .filter(header -> !ITS_OWN.contains(header.getKey()))
                .map(header -> "add_header %s \"%s\";"
                        .formatted(header.getKey(), header.getValue().getFirst()))
                .collect(Collectors.joining(" "));
        var type = plain.headers().firstValue("content-type").orElse("text/plain");
        return "location = %s { types { } default_type \"%s\"; %s try_files /%s =404; }%n"
                .formatted(path, type, headers, name);
    }

    private static HttpResponse<byte[]> answer(URI address, String coding) throws Exception {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    HttpRequest.newBuilder(address)
                            .header("Accept-Encoding", coding)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
