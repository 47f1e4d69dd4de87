package dev.backonline.check.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthMessageTest {
    @ParameterizedTest
    @CsvSource({
        "0000000000, 0",
        "00000000020801, 1",
        "0000000003088001, 128",
        "0000000008 1005 1A026162 0802, 2",
    })
    void the_status_is_read_and_what_is_unknown_is_passed_over(String hex, long expected) {
        assertThat(HealthMessage.status(bytes(hex))).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "00", "0100000000", // nothing, too little, compressed
                "00000000030801", "000000000208", "0000000002 0B01", // more announced, cut, a kind that is none
                "000000000B 08FFFFFFFFFFFFFFFFFFFF", "0000000003 12FF01" // a number without end, a text beyond the end
            })
    void what_is_no_message_has_no_status(String hex) {
        assertThat(HealthMessage.status(bytes(hex))).isEmpty();
    }

    private static String bytes(String hex) {
        return new String(HexFormat.of().parseHex(hex.replace(" ", "")), StandardCharsets.ISO_8859_1);
    }
}
