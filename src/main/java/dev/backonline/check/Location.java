package dev.backonline.check;

/** The place from which a check is asked, such as {@code milan}: one replica's name for where it stands. */
public record Location(String value) implements Comparable<Location> {
    /** Where a process is that was not told its place. */
    public static final Location HERE = new Location("here");

    public Location {
        if (!value.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("location '%s' should match [a-z0-9-]{1,40}".formatted(value));
        }
    }

    @Override
    public int compareTo(Location other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
