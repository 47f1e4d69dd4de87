package dev.backonline.check.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a JSON value should be: {@code ok}, {@code 3}, {@code true} (equal), {@code != down}, or a number after {@code < <= > >=}. */
@RegisterForReflection
public record JsonCondition(Relation relation, String value) {
    private static final Pattern FORM = Pattern.compile("(!=|<=|>=|<|>)\\s*(.+)");

    public JsonCondition {
        if (relation.isOrder() && number(value).isEmpty()) {
            throw new IllegalArgumentException("'%s %s' should compare with a number".formatted(relation.sign, value));
        }
    }

    public static JsonCondition parse(String text) {
        var match = FORM.matcher(text);
        return match.matches()
                ? new JsonCondition(Relation.of(match.group(1)), match.group(2))
                : new JsonCondition(Relation.EQUAL, text);
    }

    /** Objects and arrays are equal to nothing; numbers compare as numbers, all else as its text. */
    boolean holds(JsonNode actual) {
        return switch (relation) {
            case EQUAL -> actual.isValueNode() && isEqual(actual);
            case NOT_EQUAL -> actual.isValueNode() && !isEqual(actual);
            case LESS -> order(actual).filter(order -> order < 0).isPresent();
            case AT_MOST -> order(actual).filter(order -> order <= 0).isPresent();
            case MORE -> order(actual).filter(order -> order > 0).isPresent();
            case AT_LEAST -> order(actual).filter(order -> order >= 0).isPresent();
        };
    }

    private boolean isEqual(JsonNode actual) {
        return actual.asText().equals(value)
                || (actual.isNumber()
                        && order(actual).filter(order -> order == 0).isPresent());
    }

    private Optional<Integer> order(JsonNode actual) {
        return number(actual.asText()).flatMap(left -> number(value).map(left::compareTo));
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return switch (relation) {
            case EQUAL -> "'" + value + "'";
            case NOT_EQUAL, LESS, AT_MOST, MORE, AT_LEAST -> relation.sign + " " + value;
        };
    }

    /** How the value found relates to the one wanted. */
    public enum Relation {
        EQUAL("="),
        NOT_EQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        private static Relation of(String sign) {
            for (var relation : values()) {
                if (relation.sign.equals(sign)) {
                    return relation;
                }
            }
            throw new IllegalArgumentException("no relation is written '%s'".formatted(sign));
        }

        private boolean isOrder() {
            return this != EQUAL && this != NOT_EQUAL;
        }
    }
}
