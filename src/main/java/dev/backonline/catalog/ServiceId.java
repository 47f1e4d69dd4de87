package dev.backonline.catalog;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a service in the file, in addresses and in the database. */
public record ServiceId(String value) implements Comparable<ServiceId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,40}");

    public ServiceId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("service id '%s' should match [a-z0-9-]{1,40}".formatted(value));
        }
    }

    /** Empty: no service can be called so. */
    public static Optional<ServiceId> of(String value) {
        return FORM.matcher(value).matches() ? Optional.of(new ServiceId(value)) : Optional.empty();
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
