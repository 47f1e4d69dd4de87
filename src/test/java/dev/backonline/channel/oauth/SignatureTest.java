package dev.backonline.channel.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of RFC 5849, sections 1.2 and 3.4.1. */
class SignatureTest {
    @Test
    void a_request_without_a_query_is_signed() {
        var oauth = Map.of(
                "oauth_consumer_key", "dpf43f3p2l4k3l03",
                "oauth_signature_method", "HMAC-SHA1",
                "oauth_token", "hh5s93j4hdidpola",
                "oauth_timestamp", "137131201",
                "oauth_nonce", "walatlh",
                "oauth_verifier", "hfdp7dh39dks9884");

        var signature = new Signature("kd94hf93k423kf44", "hdhd0244k9j7ao03")
                .of("POST", URI.create("https://photos.example.net/token"), oauth);

        assertThat(signature).isEqualTo("gKgrFCywp7rO0OXSjdot/IHF7IU=");
    }

    @Test
    void a_request_with_a_query_and_a_token_is_signed() {
        var oauth = Map.of(
                "oauth_consumer_key", "dpf43f3p2l4k3l03",
                "oauth_token", "nnch734d00sl2jdk",
                "oauth_signature_method", "HMAC-SHA1",
                "oauth_timestamp", "137131202",
                "oauth_nonce", "chapoH");

        var signature = new Signature("kd94hf93k423kf44", "pfkkdhi9sl3r4s00")
                .of("GET", URI.create("http://photos.example.net/photos?file=vacation.jpg&size=original"), oauth);

        assertThat(signature).isEqualTo("MdpQcU8iPSUjWoN/UDMsK2sui9I=");
    }

    @Test
    void what_is_signed_is_that_of_the_example() {
        var protocol = Map.of(
                "oauth_consumer_key", "9djdj82h48djs9d2",
                "oauth_token", "kkk9d7dh3k39sjv7",
                "oauth_signature_method", "HMAC-SHA1",
                "oauth_timestamp", "137131201",
                "oauth_nonce", "7d8f3e4a");
        var others = new ArrayList<>(Signature.parameters("c2&a3=2+q"));
        protocol.forEach((name, value) -> others.add(new Signature.Parameter(name, value)));

        var base = Signature.base(
                "post",
                URI.create("http://EXAMPLE.com:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b"),
                List.copyOf(others));

        assertThat(base)
                .isEqualTo("POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q"
                        + "%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_"
                        + "key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_m"
                        + "ethod%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk"
                        + "9d7dh3k39sjv7");
    }

    @Test
    void a_port_of_its_own_is_part_of_it() {
        assertThat(Signature.base("GET", URI.create("http://127.0.0.1:8080/2/users/me"), List.of()))
                .isEqualTo("GET&http%3A%2F%2F127.0.0.1%3A8080%2F2%2Fusers%2Fme&");
    }

    @ParameterizedTest
    @CsvSource({"a b, a%20b", "a*b, a%2Ab", "a~b-c_d.e, a~b-c_d.e", "é+, %C3%A9%2B"})
    void encoding_is_stricter_than_that_of_forms(String text, String encoded) {
        assertThat(Signature.encoded(text)).isEqualTo(encoded);
    }
}
