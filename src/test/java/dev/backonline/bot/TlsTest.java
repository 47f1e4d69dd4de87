package dev.backonline.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.check.Wire;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose certificate is not right is never told anything. */
class TlsTest {
    private static final String PASSWORD = "not a secret";

    private static final Vertx VERTX = Vertx.vertx();

    @TempDir
    private static Path folder;

    private static Path keys = Path.of("");

    @BeforeAll
    static void makeKeys() throws IOException, InterruptedException {
        keys = keys(folder.resolve("keys.p12"));
    }

    @AfterAll
    static void stopVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_certificate_that_is_trusted_and_names_the_host_will_do() throws Exception {
        var reply = exchange("localhost", trusting(keys));

        assertThat(reply).isInstanceOf(Wire.Answered.class);
    }

    @Test
    void a_certificate_of_nobody_we_know_is_not_trusted() throws Exception {
        var reply = exchange("localhost", new HttpClientOptions());

        assertThat(reply).isEqualTo(new Wire.Unsent("certificate: not trusted"));
    }

    @Test
    void a_certificate_for_another_name_is_refused() throws Exception {
        var reply = exchange("127.0.0.1", trusting(keys));

        assertThat(reply).isEqualTo(new Wire.Unsent("certificate: for another name"));
    }

    @Test
    void a_server_without_tls_is_told_nothing() throws IOException {
        try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(plain));

            var reply = exchange("localhost", plain.getLocalPort(), new HttpClientOptions());

            assertThat(reply).isEqualTo(new Wire.Unsent("TLS failed"));
        }
    }

    private static void greet(ServerSocket plain) {
        try (var client = plain.accept()) {
            client.getOutputStream().write("220 ready\r\n".getBytes(StandardCharsets.UTF_8));
            client.getInputStream().readNBytes(1);
        } catch (IOException _) {
            // The client has gone, as it should.
        }
    }

    private static Wire.Reply exchange(String host, HttpClientOptions options)
            throws IOException, GeneralSecurityException {
        try (var server = new ScriptedServer(socket(keys), "https", _ -> Reply.of(200, "fine"))) {
            return exchange(host, server.address().getPort(), options);
        }
    }

    private static Wire.Reply exchange(String host, int port, HttpClientOptions options) {
        var address = URI.create("https://%s:%d/token".formatted(host, port));
        try (var wire = new VertxWire(VERTX, options)) {
            return wire.exchange(new Wire.Request("POST", address, Map.of(), "{}", Duration.ofSeconds(20), false));
        }
    }

    private static HttpClientOptions trusting(Path keys) {
        return new HttpClientOptions()
                .setTrustOptions(new PfxOptions().setPath(keys.toString()).setPassword(PASSWORD));
    }

    private static ServerSocket socket(Path keys) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** Made by the JDK's own tool, since a certificate that is kept expires. */
    private static Path keys(Path file) throws IOException, InterruptedException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var options = "-genkeypair -alias test -keyalg EC -dname CN=test -ext san=dns:localhost -storetype PKCS12";
        var command = new ArrayList<>(List.of(tool));
        command.addAll(List.of(options.split(" ", -1)));
        command.addAll(List.of("-storepass", PASSWORD, "-keystore", file.toString()));
        var made = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
        return file;
    }
}
