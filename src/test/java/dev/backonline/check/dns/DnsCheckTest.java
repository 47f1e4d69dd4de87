package dev.backonline.check.dns;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Check;
import dev.backonline.check.CheckContract;
import dev.backonline.check.Endpoint;
import dev.backonline.check.Wire;
import dev.backonline.check.dns.DnsSettings.Extent;
import dev.backonline.check.dns.DnsSettings.Transport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DnsCheckTest extends CheckContract {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Wire NONE = _ -> new Wire.Unsent("not used");
    private static final byte[] ADDRESS = {(byte) 192, 0, 2, 7};

    @Override
    protected Check asking(Endpoint server, Duration timeout) {
        return check(server, timeout, Transport.TCP, RecordType.A);
    }

    /** The length of a long answer. */
    @Override
    protected byte[] opening() {
        return new byte[] {-1, -1};
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A     | c0000207                                 | 192.0.2.7 |
            A     | c0000207                                 | 192.0.2.8     | A is 192.0.2.7, without 192.0.2.8
            AAAA  | 20010db8000000000000000000000001         | 2001:DB8::1 |
            CNAME | 0143c011                                 | c.example.org. |
            NS    | 036e7331c00c                             | NS1.chat.example.org |
            MX    | 000a046d61696cc011                       | 10 mail.example.org |
            MX    | 000a046d61696cc011                       | mail.example.org |
            MX    | 000a046d61696cc011                       | ail.example.org | MX is 10 mail.example.org, without ail.example.org
            TXT   | 0361206203632064                         | a bc d |
            """)
    void a_record_of_each_type_is_read(RecordType type, String value, String expected, String reason) throws Exception {
        var bytes = HexFormat.of().parseHex(value);
        try (var server = udp(question -> List.of(Nameserver.reply(question, 0, type.number(), bytes)))) {
            var answer = check(settings(server, type, Extent.ALL, expected)).ask();

            assertThat(answer).isEqualTo(reason == null ? new Answer.Up() : down(reason));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ANY     | 192.0.2.7, 192.0.2.9            |
            ANY     | 192.0.2.9                       | A is 192.0.2.7, 192.0.2.8
            ALL     | 192.0.2.7                       |
            ALL     | 192.0.2.7, 192.0.2.9            | A is 192.0.2.7, 192.0.2.8, without 192.0.2.9
            EXACTLY | 192.0.2.8, 192.0.2.7            |
            EXACTLY | 192.0.2.7                       | A is also 192.0.2.8
            EXACTLY | 192.0.2.7, 192.0.2.8, 192.0.2.9 | A is 192.0.2.7, 192.0.2.8, without 192.0.2.9
            """)
    void it_can_be_said_how_much_has_to_be_there(Extent match, String expected, String reason) throws Exception {
        byte[] other = {(byte) 192, 0, 2, 8};
        try (var server = udp(question -> List.of(Nameserver.reply(question, 0, 1, ADDRESS, other)))) {
            var answer = check(settings(server, RecordType.A, match, expected.split(", ", -1)))
                    .ask();

            assertThat(answer).isEqualTo(reason == null ? new Answer.Up() : down(reason));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3, no such name (NXDOMAIN)",
        "2, the resolver could not find out (SERVFAIL)",
        "5, the resolver refused to answer",
        "9, the resolver failed with code 9",
        "0, no A record"
    })
    void a_resolver_that_knows_nothing_is_named(int code, String reason) throws Exception {
        try (var server = udp(question -> List.of(Nameserver.reply(question, code, 1)))) {
            var answer = check(settings(server, RecordType.A, Extent.ALL)).ask();

            assertThat(answer).isEqualTo(down(reason));
        }
    }

    @ParameterizedTest
    @CsvSource({"c00c00010001, it ends too early", "c0ff, a name points at nothing before it"})
    void a_record_that_is_cut_or_turns_in_circles_is_left(String record, String reason) throws Exception {
        try (var server = udp(question -> List.of(with(question, HexFormat.of().parseHex(record))))) {
            var answer = check(settings(server, RecordType.A, Extent.ALL)).ask();

            assertThat(answer).isEqualTo(down("the answer cannot be read: " + reason));
        }
    }

    @Test
    void a_name_that_points_at_itself_is_left() throws Exception {
        try (var server = udp(question -> List.of(with(question, pointer(question.length))))) {
            var answer = check(settings(server, RecordType.A, Extent.ALL)).ask();

            assertThat(answer).isEqualTo(down("the answer cannot be read: a name points at nothing before it"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatever_the_bytes_are_the_reading_ends(RecordType type) {
        var random = new Random(7);
        var question = Packet.question(7, "chat.example.org", type);
        for (var round = 0; round < 5_000; round++) {
            var noise = new byte[random.nextInt(80)];
            random.nextBytes(noise);
            var message = with(question, noise);

            try {
                var reply = Packet.reply(message, question.length, type);
                assertThat(reply.values()).allMatch(value -> value.length() < 1_000);
            } catch (Records.Unreadable reason) {
                assertThat(reason).hasMessageMatching("(it|a|an) .*");
            }
        }
    }

    @Test
    void what_strangers_send_is_not_listened_to() throws Exception {
        try (var server = udp(question -> {
            var right = Nameserver.reply(question, 0, 1, ADDRESS);
            var otherNumber = right.clone();
            otherNumber[0]++;
            otherNumber[3] |= 3;
            var otherName = right.clone();
            otherName[14] = 'X';
            return List.of(new byte[0], otherNumber, otherName, question, right);
        })) {
            var answer = check(settings(server, RecordType.A, Extent.ALL, "192.0.2.7"))
                    .ask();

            assertThat(answer).isEqualTo(new Answer.Up());
        }
    }

    @Test
    void a_datagram_that_was_lost_is_sent_again() throws Exception {
        var seen = new AtomicInteger();
        try (var server = udp(question ->
                seen.incrementAndGet() < 3 ? List.of() : List.of(Nameserver.reply(question, 0, 1, ADDRESS)))) {
            var answer = new DnsKind()
                    .create(settings(server, RecordType.A, Extent.ALL), Duration.ofMillis(600), NONE)
                    .ask();

            assertThat(answer).isEqualTo(new Answer.Up());
        }
    }

    @Test
    void what_is_too_long_for_a_datagram_is_asked_for_over_tcp() throws Exception {
        try (var server = Nameserver.saying(
                question -> List.of(Nameserver.reply(question, 0x0200, 1)),
                question -> Nameserver.reply(question, 0, 1, ADDRESS))) {
            var answer = check(settings(server, RecordType.A, Extent.ALL, "192.0.2.7"))
                    .ask();

            assertThat(answer).isEqualTo(new Answer.Up());
        }
    }

    @Test
    void a_silent_resolver_is_down_in_time() throws Exception {
        try (var server = udp(_ -> List.of())) {
            var settings = settings(server, RecordType.A, Extent.ALL);
            var began = System.nanoTime();

            var answer =
                    new DnsKind().create(settings, Duration.ofMillis(300), NONE).ask();

            assertThat(answer).isEqualTo(new Answer.Down(Layer.TRANSPORT, "no answer within 300ms"));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(600));
        }
    }

    @Test
    void no_resolver_at_all_is_down_before_any_answer() {
        var check = check(new Endpoint("127.0.0.1", 1), TIMEOUT, Transport.UDP, RecordType.A);

        assertThat(check.ask()).isEqualTo(new Answer.Down(Layer.TRANSPORT, "connection refused"));
    }

    @Test
    void the_system_says_whom_to_ask(@TempDir Path folder) throws Exception {
        var file = folder.resolve("resolv.conf");
        Files.writeString(file, "# nameserver 192.0.2.1\nnameserver 192.0.2.53\nnameserver\t2001:db8::53\noptions x\n");

        var all = new Resolvers(Optional.empty(), file).all();
        var none = new Resolvers(Optional.empty(), folder.resolve("nothing")).all();

        assertThat(all)
                .extracting(it -> it.getAddress().getHostAddress())
                .containsExactly("192.0.2.53", "2001:db8:0:0:0:0:0:53");
        assertThat(none).extracting(Object::toString).containsExactly("/127.0.0.1:53");
    }

    @Test
    void settings_that_cannot_be_asked_are_mistakes() {
        var settings = new DnsSettings(
                "chat..example.org",
                RecordType.A,
                List.of("chat.example.net"),
                Extent.ALL,
                Optional.of(new Endpoint("dns.example.org", 53)),
                Transport.UDP);

        var mistakes = new DnsKind().mistakes(settings);

        assertThat(mistakes)
                .containsExactly(
                        "host 'chat..example.org' should be a name like 'chat.example.org', in ASCII",
                        "resolver 'dns.example.org' should be an IP address and a port",
                        "expect 'chat.example.net' should be an IP address");
    }

    private static Nameserver udp(Function<byte[], List<byte[]>> answer) throws Exception {
        return Nameserver.saying(answer, _ -> new byte[0]);
    }

    private static byte[] with(byte[] question, byte[] record) {
        var message = Arrays.copyOf(question, question.length + record.length);
        System.arraycopy(record, 0, message, question.length, record.length);
        message[2] |= (byte) 0x80;
        message[7] = 1;
        return message;
    }

    private static byte[] pointer(int at) {
        return new String(new char[] {(char) (0xC0 | at >> 8), (char) (at & 0xFF)}).getBytes(ISO_8859_1);
    }

    private static Check check(DnsSettings settings) {
        return new DnsKind().create(settings, TIMEOUT, NONE);
    }

    private static Check check(Endpoint server, Duration timeout, Transport transport, RecordType type) {
        var settings = new DnsSettings("chat.example.org", type, List.of(), Extent.ALL, Optional.of(server), transport);
        return new DnsKind().create(settings, timeout, NONE);
    }

    private static DnsSettings settings(Nameserver server, RecordType type, Extent match, String... expected) {
        var resolver = new Endpoint("127.0.0.1", server.port());
        return new DnsSettings(
                "chat.example.org", type, List.of(expected), match, Optional.of(resolver), Transport.UDP);
    }

    private static Answer down(String reason) {
        return new Answer.Down(Layer.ANSWER, reason);
    }
}
