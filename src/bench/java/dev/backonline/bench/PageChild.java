package dev.backonline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A {@link PageProcess} that was started; closing ends it. */
record PageChild(Process process, BufferedReader output, int port) implements AutoCloseable {

    static PageChild started(Path data) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dbasedir=" + System.getProperty("basedir", "."),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PageProcess.class.getName(),
                        data.toString())
                .redirectError(Redirect.INHERIT)
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new PageChild(process, output, Integer.parseInt(output.readLine().strip()));
    }

    /** Changes what is shown; when it is done, says how many microseconds of a processor rendering, compressing and keeping it took. */
    long change() throws IOException {
        ask();
        return changed();
    }

    /** When the change that was asked for is done. */
    long changed() throws IOException {
        return Long.parseLong(output.readLine().strip());
    }

    /** The same without waiting for it. */
    void ask() throws IOException {
        var input = process.getOutputStream();
        write(input);
    }

    private static void write(OutputStream input) throws IOException {
        input.write('\n');
        input.flush();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
    }
}
