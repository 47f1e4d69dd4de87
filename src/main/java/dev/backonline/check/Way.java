package dev.backonline.check;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an exchange reaches its server where the usual way won't do. At most {@code most} bytes of a body are read; {@code bytes} says that
 * each character of the bodies stands for one byte, instead of being text in UTF-8.
 */
public record Way(HttpVersion version, Family ip, Optional<Proxy> proxy, Tls tls, int most, boolean bytes) {
    /** Ours: more than any network answers, little enough to keep. */
    public static final int MOST_BODY_BYTES = 1 << 20;

    /** HTTP/1.1 straight to the host, over TLS as the machine has it. */
    public static final Way USUAL = plain(Optional.empty());

    /** The usual way, with another TLS. */
    public static Way plain(Optional<Tls> tls) {
        return new Way(
                HttpVersion.HTTP_1_1, Family.ANY, Optional.empty(), tls.orElse(Tls.USUAL), MOST_BODY_BYTES, false);
    }

    /** Which HTTP is spoken: only the one that is named here. Over TLS it is agreed on by ALPN, without TLS it is known beforehand. */
    public enum HttpVersion {
        HTTP_1_1,
        HTTP_2;

        public static HttpVersion parse(String text) {
            return switch (text) {
                case "1.1" -> HTTP_1_1;
                case "2" -> HTTP_2;
                default -> throw new IllegalArgumentException("'%s' should be 1.1 or 2".formatted(text));
            };
        }
    }

    /** Which addresses of a host are tried. */
    public enum Family {
        ANY("any"),
        V4("4"),
        V6("6");

        private final String name;

        Family(String name) {
            this.name = name;
        }

        public static Family parse(String text) {
            for (var family : values()) {
                if (family.name.equals(text)) {
                    return family;
                }
            }
            throw new IllegalArgumentException("'%s' should be any, 4 or 6".formatted(text));
        }

        @Override
        public String toString() {
            return "IPv" + name;
        }
    }

    /** The keys of a proxy: whom to ask to carry an exchange. It looks the host's name up itself. */
    public record Proxy(
            @Setting(value = "The host and port of the proxy.", example = "proxy.example.org:3128")
            Endpoint host,

            @Setting(
                    value =
                            "What the proxy speaks: `http` (it is asked to connect for https, and to forward for http) or `socks5`.",
                    fallback = "http")
            Protocol type,

            @Setting(value = "The user that the proxy knows.", example = "probe")
            Optional<String> user,

            @Setting(value = "The user's password.", example = "\"${env:PROXY_PASSWORD}\"")
            Optional<Secret> password) {

        /** What a proxy speaks. */
        public enum Protocol {
            HTTP,
            SOCKS5
        }

        /** What is wrong with settings that each are well-formed; empty if nothing. */
        public List<String> mistakes() {
            var mistakes = new ArrayList<String>();
            if (user.isPresent() != password.isPresent()) {
                mistakes.add("proxy should have both a user and a password, or neither");
            }
            // RFC 7617, 2: the first colon ends the user.
            if (user.filter(name -> name.contains(":")).isPresent()) {
                mistakes.add("the user of the proxy should have no colon");
            }
            return mistakes;
        }
    }
}
