package dev.backonline.bot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @ParameterizedTest
    @CsvSource({
        "http://example.org, example.org, 80, false, /",
        "https://example.org/a%20b?c=d%26e#f, example.org, 443, true, /a%20b?c=d%26e",
        "HTTPS://example.org:8443/, example.org, 8443, true, /",
        "http://[::1]:8080/x, ::1, 8080, false, /x",
        "http://user:word@example.org/x, example.org, 80, false, /x",
        "http://my_service:81/x, my_service, 81, false, /x",
        "https://my_service, my_service, 443, true, /",
    })
    void an_address_is_taken_apart(URI address, String host, int port, boolean tls, String path) {
        assertThat(Target.of(address)).contains(new Target(host, port, tls, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "/path",
                "ftp://example.org/",
                "mailto:a@example.org",
                "http:///path",
                "http://a:b:c/"
            })
    void what_is_no_address_of_the_web_is_none(URI address) {
        assertThat(Target.of(address)).isEmpty();
    }
}
