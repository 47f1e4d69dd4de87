package dev.backonline.operator.door;

/** How a person is called who commands; it stands beside all that they did. */
public record OperatorName(String value) {
    /** Who has the token of the data folder: somebody on the machine itself. */
    public static final OperatorName LOCAL = new OperatorName("local");

    public OperatorName {
        if (!value.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("operator '%s' should match [a-z0-9-]{1,40}".formatted(value));
        }
    }

    public static OperatorName parse(String text) {
        return new OperatorName(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
