package dev.backonline.catalog;

/** The lasting name of one planned maintenance, in addresses, calendars and the database. */
public record MaintenanceId(String value) implements Comparable<MaintenanceId> {
    public MaintenanceId {
        if (!value.matches("[a-z0-9-]{1,80}")) {
            throw new IllegalArgumentException("maintenance id '%s' should match [a-z0-9-]{1,80}".formatted(value));
        }
    }

    @Override
    public int compareTo(MaintenanceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
