package dev.backonline.channel.standardwebhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs deliveries as Standard Webhooks 1.0 has it; its text form hides it. */
public record SigningSecret(String value) {
    private static final String PREFIX = "whsec_";

    public SigningSecret {
        if (!value.startsWith(PREFIX) || value.length() == PREFIX.length()) {
            throw new IllegalArgumentException("should be whsec_ followed by base64");
        }
        key(value);
    }

    /** As it stands in the file; the failure doesn't repeat it. */
    public static SigningSecret parse(String text) {
        return new SigningSecret(text);
    }

    /** The value of {@code webhook-signature}: HMAC-SHA256 over id, time in seconds and body. */
    public String sign(String id, long seconds, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(value), "HmacSHA256"));
            var signature = mac.doFinal("%s.%d.%s".formatted(id, seconds, body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signature);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }

    private static byte[] key(String value) {
        try {
            return Base64.getDecoder().decode(value.substring(PREFIX.length()));
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("should be whsec_ followed by base64");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
