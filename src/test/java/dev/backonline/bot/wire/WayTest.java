package dev.backonline.bot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.check.Certificates;
import dev.backonline.check.Tls;
import dev.backonline.check.Way;
import dev.backonline.check.Wire;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways that are not the usual one reach the server as they say, or not at all. */
class WayTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final VertxWire WIRE = new VertxWire(VERTX);
    private static final Certificates CERTIFICATES = Certificates.forLocalhost();

    @AfterAll
    static void stopVertx() {
        WIRE.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void an_authority_of_ones_own_is_trusted() throws Exception {
        try (var server = secured(CERTIFICATES.showing("good"), false)) {
            var trusting = exchange(server, "localhost", Tls.trusting(CERTIFICATES.authority()));
            var usual = exchange(server, "localhost", Tls.USUAL);

            assertThat(trusting).isInstanceOf(Wire.Answered.class);
            assertThat(usual).isEqualTo(new Wire.Unsent("certificate: not trusted"));
        }
    }

    @Test
    void another_name_may_stand_in_the_certificate_and_the_host_stays_in_the_request() throws Exception {
        try (var server = secured(CERTIFICATES.showing("other"), false)) {
            var reply = exchange(server, "localhost", tls("chat.example.org", Tls.TlsVersion.TLS_1_2, false, false));

            assertThat(reply).isInstanceOf(Wire.Answered.class);
            assertThat(server.last().header("host"))
                    .contains("localhost:" + server.address().getPort());
        }
    }

    @Test
    void only_who_says_so_takes_any_certificate() throws Exception {
        try (var server = secured(CERTIFICATES.showing("expired"), false)) {
            var careful = exchange(server, "127.0.0.1", tls("", Tls.TlsVersion.TLS_1_2, false, false));
            var careless = exchange(server, "127.0.0.1", tls("", Tls.TlsVersion.TLS_1_2, true, false));

            assertThat(careful).isInstanceOf(Wire.Unsent.class);
            assertThat(careless).isInstanceOf(Wire.Answered.class);
        }
    }

    @Test
    void a_server_that_asks_who_we_are_is_shown_our_certificate() throws Exception {
        try (var server = secured(CERTIFICATES.demanding("good"), true)) {
            var known = exchange(server, "localhost", tls("", Tls.TlsVersion.TLS_1_2, false, true));
            var unknown = exchange(server, "localhost", Tls.trusting(CERTIFICATES.authority()));

            assertThat(known).isInstanceOf(Wire.Answered.class);
            assertThat(unknown.reason()).isEqualTo("TLS failed: the server does not take our certificate");
        }
    }

    @Test
    void a_version_of_tls_that_is_too_old_will_not_do() throws Exception {
        try (var server = secured(CERTIFICATES.showing("good"), false, "TLSv1.2")) {
            var young = exchange(server, "localhost", tls("", Tls.TlsVersion.TLS_1_3, false, false));
            var old = exchange(server, "localhost", tls("", Tls.TlsVersion.TLS_1_2, false, false));

            assertThat(young).isEqualTo(new Wire.Unsent("TLS failed: no version in common"));
            assertThat(old).isInstanceOf(Wire.Answered.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, https", "false, http"})
    void http_2_is_spoken_with_and_without_tls(boolean secure, String scheme) throws Exception {
        var keys = new PemKeyCertOptions()
                .addCertValue(Buffer.buffer(CERTIFICATES.certificate("good").text()))
                .addKeyValue(Buffer.buffer(CERTIFICATES.key("good").text()));
        var options = new HttpServerOptions().setHost("127.0.0.1").setPort(0).setSsl(secure);
        var server = VERTX.createHttpServer(secure ? options.setUseAlpn(true).setKeyCertOptions(keys) : options)
                .requestHandler(request -> request.response()
                        .putTrailer("x-after", "trailer")
                        .setChunked(true)
                        .end(request.version() + " " + request.authority()))
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        var way = way(Way.HttpVersion.HTTP_2, Tls.trusting(CERTIFICATES.authority()));

        var reply = WIRE.exchange(request("%s://localhost:%d/".formatted(scheme, server.actualPort()), way));

        assertThat(reply).isInstanceOfSatisfying(Wire.Answered.class, answered -> {
            assertThat(answered.body()).startsWith("HTTP_2 localhost:");
            assertThat(answered.header("x-after")).contains("trailer");
        });
    }

    @Test
    void a_server_of_http_1_is_not_taken_for_one_of_2() throws Exception {
        try (var secured = secured(CERTIFICATES.showing("good"), false);
                var plain = new ScriptedServer(_ -> Reply.of(200, ""))) {
            var way = way(Way.HttpVersion.HTTP_2, Tls.trusting(CERTIFICATES.authority()));

            var withTls = WIRE.exchange(
                    request("https://localhost:" + secured.address().getPort(), way));
            var without =
                    WIRE.exchange(request("http://localhost:" + plain.address().getPort(), way));

            assertThat(withTls).isEqualTo(new Wire.Unsent("HTTP/2 is not offered"));
            assertThat(without).isInstanceOf(Wire.Unsent.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"V4, 127.0.0.1, HTTP 200", "V6, 127.0.0.1, no IPv6 address", "V4, '[::1]', no IPv4 address"})
    void only_addresses_of_the_family_are_tried(Way.Family family, String host, String expected) {
        try (var server = new ScriptedServer(_ -> Reply.of(200, "fine"))) {
            var way =
                    new Way(Way.HttpVersion.HTTP_1_1, family, Optional.empty(), Tls.USUAL, Way.MOST_BODY_BYTES, false);

            var reply = WIRE.exchange(
                    request("http://%s:%d/".formatted(host, server.address().getPort()), way));

            assertThat(reply.reason()).isEqualTo(expected);
        }
    }

    @Test
    void no_more_is_read_than_the_way_says_and_bytes_stay_bytes() {
        try (var server = new ScriptedServer(_ -> Reply.of(200, "è".repeat(10)))) {
            var way = new Way(Way.HttpVersion.HTTP_1_1, Way.Family.ANY, Optional.empty(), Tls.USUAL, 4, true);

            var reply = WIRE.exchange(request(server.address().toString(), way));

            assertThat(reply).isInstanceOfSatisfying(Wire.Answered.class, answered -> {
                assertThat(answered.body()).isEqualTo("\u00C3\u00A8\u00C3\u00A8");
                assertThat(answered.cut()).isTrue();
            });
        }
    }

    @Test
    void clients_that_have_rested_for_longest_are_closed() {
        var pools = new Pools(VERTX, new HttpClientOptions());

        IntStream.range(1, Pools.MOST + 20)
                .forEach(seconds -> pools.lend(
                        new Pools.Kind(Way.HttpVersion.HTTP_1_1, Tls.USUAL, true, seconds), client -> client));

        assertThat(pools.size()).isEqualTo(Pools.MOST);
        pools.close();
    }

    private static Tls tls(String name, Tls.TlsVersion minimum, boolean insecure, boolean known) throws Exception {
        return new Tls(
                insecure ? Optional.empty() : Optional.of(CERTIFICATES.authority()),
                known ? Optional.of(CERTIFICATES.certificate("good")) : Optional.empty(),
                known ? Optional.of(CERTIFICATES.key("good")) : Optional.empty(),
                Optional.of(name).filter(it -> !it.isEmpty()),
                minimum,
                insecure);
    }

    private static Way way(Way.HttpVersion version, Tls tls) {
        return new Way(version, Way.Family.ANY, Optional.empty(), tls, Way.MOST_BODY_BYTES, false);
    }

    private static ScriptedServer secured(SSLContext context, boolean demanding, String... versions) throws Exception {
        var socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        socket.setNeedClientAuth(demanding);
        if (versions.length > 0) {
            socket.setEnabledProtocols(versions);
        }
        return new ScriptedServer(socket, "https", _ -> Reply.of(200, "fine"));
    }

    private static Wire.Reply exchange(ScriptedServer server, String host, Tls tls) {
        var address = "https://%s:%d/x".formatted(host, server.address().getPort());
        return WIRE.exchange(request(address, way(Way.HttpVersion.HTTP_1_1, tls)));
    }

    private static Wire.Request request(String address, Way way) {
        return new Wire.Request("GET", URI.create(address), Map.of(), "", Duration.ofSeconds(30), false, way);
    }
}
