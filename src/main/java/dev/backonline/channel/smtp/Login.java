package dev.backonline.channel.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;

/** Who hands letters in, as RFC 4954 lets them say it. */
public record Login(String user, String password) {
    /** RFC 4616. */
    String plain() {
        return encoded("\0%s\0%s".formatted(user, password));
    }

    static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    /** The password in all the forms in which it is said, and may be repeated. */
    public List<String> secrets() {
        return List.of(password, encoded(password), plain());
    }

    @Override
    public String toString() {
        return user + ":***";
    }
}
