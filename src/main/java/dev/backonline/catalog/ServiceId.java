package dev.backonline.catalog;

/** The name of a service in the file, in addresses and in the database. */
public record ServiceId(String value) implements Comparable<ServiceId> {
    public ServiceId {
        if (!value.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("service id '%s' should match [a-z0-9-]{1,40}".formatted(value));
        }
    }

    @Override
    public int compareTo(ServiceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
