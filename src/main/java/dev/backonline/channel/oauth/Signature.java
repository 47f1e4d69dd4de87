package dev.backonline.channel.oauth;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of RFC 5849, section 3.4, by HMAC-SHA1; bodies of JSON are no part of it. */
public record Signature(String consumerSecret, String tokenSecret) {
    private static final String ALGORITHM = "HmacSHA1";

    /** One parameter, of the query, the form or the protocol. */
    public record Parameter(String name, String value) {
        private Parameter encoded() {
            return new Parameter(Signature.encoded(name), Signature.encoded(value));
        }
    }

    String of(String method, URI address, Map<String, String> oauth) {
        var protocol = oauth.entrySet().stream().map(one -> new Parameter(one.getKey(), one.getValue()));
        return of(base(method, address, protocol.toList()));
    }

    private String of(String base) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            var key = encoded(consumerSecret) + "&" + encoded(tokenSecret);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JVM has HMAC-SHA1", impossible);
        }
    }

    /** RFC 5849, 3.4.1.1: what is signed. */
    static String base(String method, URI address, List<Parameter> others) {
        return Stream.of(method.toUpperCase(Locale.ROOT), place(address), normalized(address, others))
                .map(Signature::encoded)
                .collect(Collectors.joining("&"));
    }

    /** RFC 5849, 3.4.1.2: the port only where it is not the scheme's own. */
    private static String place(URI address) {
        var scheme = address.getScheme().toLowerCase(Locale.ROOT);
        var own = scheme.equals("https") ? 443 : 80;
        var port = address.getPort() < 0 || address.getPort() == own ? "" : ":" + address.getPort();
        return "%s://%s%s%s".formatted(scheme, address.getHost().toLowerCase(Locale.ROOT), port, address.getRawPath());
    }

    /** RFC 5849, 3.4.1.3.2: encoded, sorted by name, those of one name by value. */
    private static String normalized(URI address, List<Parameter> others) {
        var all = new ArrayList<>(others);
        Optional.ofNullable(address.getRawQuery()).ifPresent(query -> all.addAll(parameters(query)));
        return all.stream()
                .map(Parameter::encoded)
                .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
                .map(parameter -> "%s=%s".formatted(parameter.name(), parameter.value()))
                .collect(Collectors.joining("&"));
    }

    /** Those of a query or a form. */
    public static List<Parameter> parameters(String query) {
        return Stream.of(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Parameter(decoded(pair[0]), pair.length > 1 ? decoded(pair[1]) : ""))
                .toList();
    }

    /** RFC 5849, 3.6, which is a little stricter than forms are. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
