package dev.backonline.check.prometheus;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;

/** A number that a value is compared with, written as in {@code 0.05} or {@code 5e-2}. */
@RegisterForReflection
public record Threshold(BigDecimal value) {
    public static Threshold parse(String text) {
        try {
            return new Threshold(new BigDecimal(text));
        } catch (NumberFormatException mistake) {
            throw new IllegalArgumentException("'%s' should be a number".formatted(text), mistake);
        }
    }

    /** Negative, zero or positive as the value is less, equal or more. */
    int compare(double other) {
        return Double.compare(other, value.doubleValue());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
