package dev.backonline.verdict;

import java.util.Optional;
import java.util.regex.Pattern;

/** How many of a service's checks must be in trouble for the service to be: {@code any}, {@code all}, or such as {@code 2 of 3}. */
public sealed interface Quorum {
    /** One is enough. */
    record Any() implements Quorum {
        @Override
        public int needed(int checks) {
            return 1;
        }

        @Override
        public String toString() {
            return "any";
        }
    }

    /** Every one. */
    record All() implements Quorum {
        @Override
        public int needed(int checks) {
            return checks;
        }

        @Override
        public String toString() {
            return "all";
        }
    }

    /** Some of a number that is written down, so that a check more or less is no silent change of the rule. */
    record Some(int count, int of) implements Quorum {
        private static final Pattern FORM = Pattern.compile("\\s*(\\d{1,3})\\s+of\\s+(\\d{1,3})\\s*");

        public Some {
            if (count < 1 || of < count) {
                throw new IllegalArgumentException("'%d of %d' should be N of M with 1 <= N <= M".formatted(count, of));
            }
        }

        @Override
        public int needed(int checks) {
            return count;
        }

        @Override
        public String toString() {
            return count + " of " + of;
        }
    }

    /** How many of so many checks. */
    int needed(int checks);

    /** What is wrong with it for a service of so many checks; empty if nothing. */
    default Optional<String> complaint(int checks) {
        return this instanceof Some some && some.of() != checks
                ? Optional.of("'%s' should count all checks of the service, which has %d".formatted(this, checks))
                : Optional.empty();
    }

    static Quorum parse(String text) {
        var match = Some.FORM.matcher(text);
        if (match.matches()) {
            return new Some(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
        }
        return switch (text.strip()) {
            case "any" -> new Any();
            case "all" -> new All();
            default -> throw new IllegalArgumentException("'%s' should be any, all, or like '2 of 3'".formatted(text));
        };
    }
}
