package dev.backonline.bot.share;

import dev.backonline.bot.wire.VertxWire;
import dev.backonline.store.Dialect;
import dev.backonline.store.TestDatabase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process of its own on the database of others, to be stopped, woken and killed. */
final class Tenant implements AutoCloseable {
    private final Process process;

    private Tenant(Process process) {
        this.process = process;
    }

    /** {@code folder} is for its file and its log. */
    static Tenant started(String name, String url, String text, Path folder) {
        try {
            var file = Files.writeString(folder.resolve(name + ".yaml"), text);
            return new Tenant(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Tenant.class.getName(),
                            name,
                            url,
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(name + ".log").toFile())
                    .start());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    public static void main(String[] arguments) throws Exception {
        var store = TestDatabase.opened(arguments[1], Dialect.POSTGRESQL).store();
        var config = Street.config(Files.readString(Path.of(arguments[2])));
        Street.resident(arguments[0], "milan", store, config, new VertxWire(Vertx.vertx()));
        new CountDownLatch(1).await();
    }

    /** Such as STOP and CONT. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        kill();
    }

    /** SIGKILL: nothing in it learns of its end. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
