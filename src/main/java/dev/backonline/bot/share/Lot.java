package dev.backonline.bot.share;

import dev.backonline.check.CheckId;
import dev.backonline.check.Observation.Location;

/** A fixed part of the checks of one location: always the same checks, so that processes agree without a word. */
record Lot(Location location, int number) {
    /** Ours: three replicas differ by one share in ten, and all leases of one are renewed by one statement. */
    static final int COUNT = 32;

    /** In which share of every location a check is; multiplied as SplitMix64 does, so that names that differ in a digit are spread too. */
    static int of(CheckId check) {
        return (int) ((check.value().hashCode() * 0x94D049BB133111EBL) >>> 59);
    }

    /** Whether a lease is one of these; the others, the judge's among them, have no location. */
    static boolean isLeasedAs(String name) {
        return name.contains("/");
    }

    /** Of the name that it is leased by. */
    static Lot parse(String name) {
        var slash = name.lastIndexOf('/');
        return new Lot(new Location(name.substring(0, slash)), Integer.parseInt(name.substring(slash + 1)));
    }

    /** The name that it is leased by. */
    @Override
    public String toString() {
        return location + "/" + number;
    }
}
