package dev.backonline.bot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.channel.ScriptedServer;
import dev.backonline.check.Wire;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Which thread initialises the class of Netty's that logs as it is initialised: in a process of its own, where nobody did it before. */
class InitializingTest {
    /** Asks a server that is not there, on a virtual thread. */
    public static void main(String... arguments) throws InterruptedException {
        var vertx = Vertx.vertx();
        try (var wire = new VertxWire(vertx)) {
            var request = new Wire.Request("GET", ScriptedServer.nowhere(), Map.of(), "", Duration.ofSeconds(5), false);
            Thread.ofVirtual().start(() -> wire.exchange(request)).join();
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void no_virtual_thread_initialises_what_logs() throws IOException, InterruptedException {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+init=info",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InitializingTest.class.getName())
                .redirectErrorStream(true)
                .start();
        try (var lines = child.inputReader()) {
            assertThat(lines.lines().filter(line -> line.contains("Initializing 'io/netty/util/NetUtil'")))
                    .singleElement()
                    .asString()
                    .contains("by thread \"main\"");
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
}
