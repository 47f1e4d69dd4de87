package dev.backonline.incident;

/** The name of an incident in addresses, feeds and the database; shaped as Statuspage's ids are. */
public record IncidentId(String value) {
    public IncidentId {
        if (!value.matches("[a-z0-9]{12}")) {
            throw new IllegalArgumentException("incident id '%s' should match [a-z0-9]{12}".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
