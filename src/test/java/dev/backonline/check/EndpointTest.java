package dev.backonline.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "chat.example.org:443, chat.example.org, 443",
        "192.0.2.7:53, 192.0.2.7, 53",
        "[2001:db8::1]:53, 2001:db8::1, 53",
        "[fe80::1%eth0]:53, fe80::1%eth0, 53"
    })
    void it_is_written_as_it_is_read(String text, String host, int port) {
        var endpoint = Endpoint.parse(text);

        assertThat(endpoint).isEqualTo(new Endpoint(host, port)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "chat.example.org",
                ":443",
                "chat.example.org:",
                "a b:1",
                "2001:db8::1:53",
                "https://x:1",
                "x:123456"
            })
    void what_names_no_host_and_port_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.parse(text))
                .withMessage("'%s' should be like 'chat.example.org:443'".formatted(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x:0", "x:65536"})
    void a_port_that_cannot_be_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.parse(text))
                .withMessageContaining("should be between 1 and 65535");
    }
}
