package dev.backonline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A {@link TargetServer} that was started; closing ends its process. */
record Child(Process process, int port) implements AutoCloseable {

    static Child started() throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TargetServer.class.getName())
                .redirectError(Redirect.INHERIT)
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new Child(process, Integer.parseInt(output.readLine().strip()));
    }

    URI address(int number) {
        return URI.create("http://127.0.0.1:%d/health/%d".formatted(port, number));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
