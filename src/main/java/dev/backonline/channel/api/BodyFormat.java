package dev.backonline.channel.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** How a value is written so that it stays a value, in each kind of body. */
public enum BodyFormat {
    JSON {
        @Override
        public boolean admits(String body) {
            try {
                return !STRICT.readTree(body).isMissingNode();
            } catch (JsonProcessingException _) {
                return false;
            }
        }

        @Override
        public String escaped(String value) {
            var quoted = JsonNodeFactory.instance.textNode(value).toString();
            return quoted.substring(1, quoted.length() - 1);
        }
    },
    FORM {
        @Override
        public String escaped(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    },
    XML {
        @Override
        public String escaped(String value) {
            // XML 1.0, 2.2: of the characters below a space there are three.
            return value.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "")
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&apos;");
        }
    },
    PLAIN {
        @Override
        public String escaped(String value) {
            return value;
        }
    };

    private static final ObjectMapper STRICT =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Whether a whole body is of this form, so far as that is looked at. */
    public boolean admits(String body) {
        return true;
    }

    /** The value as it stands in such a body. */
    public abstract String escaped(String value);

    /** Empty for a kind of body in which we can't write a value safely. */
    public static Optional<BodyFormat> of(String contentType) {
        var type = contentType.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
        if (type.matches("application/(.+\\+)?json")) {
            return Optional.of(JSON);
        }
        if (type.matches("(text|application)/(.+\\+)?xml")) {
            return Optional.of(XML);
        }
        return switch (type) {
            case "application/x-www-form-urlencoded" -> Optional.of(FORM);
            case "text/plain" -> Optional.of(PLAIN);
            default -> Optional.empty();
        };
    }
}
