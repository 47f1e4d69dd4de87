package dev.backonline.channel.access;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keys of the file that open a network's door together, in the order in which they are named; {@code extra} is one that may be left out. */
public record KeySet(String name, List<Key> needed, Optional<Key> extra) {
    public KeySet {
        needed = List.copyOf(needed);
    }

    /** One key, and whether the file has it. */
    public record Key(String name, boolean isThere) {
        public static Key of(String name, Optional<?> value) {
            return new Key(name, value.isPresent());
        }
    }

    /** What is wrong where the file has to have one of two sets, and only one. */
    public static List<String> mistakes(KeySet one, KeySet other) {
        if (one.isBegun() && other.isBegun()) {
            return List.of("has keys of %s and of %s: take one of the two sets".formatted(one.named(), other.named()));
        }
        if (one.isBegun() || other.isBegun()) {
            return one.isBegun() ? one.lacking() : other.lacking();
        }
        return List.of("needs the credentials of %s or of %s".formatted(one.named(), other.named()));
    }

    private boolean isBegun() {
        return keys().anyMatch(Key::isThere);
    }

    private Stream<Key> keys() {
        return Stream.concat(needed.stream(), extra.stream());
    }

    private List<String> lacking() {
        var missing =
                needed.stream().filter(key -> !key.isThere()).map(Key::name).toList();
        return missing.isEmpty()
                ? List.of()
                : List.of("lacks %s, without which %s can't work".formatted(String.join(" and ", missing), name));
    }

    /** With the keys that belong to it, as far as they may be missed. */
    private String named() {
        var shown = Stream.concat(needed.stream(), extra.filter(Key::isThere).stream())
                .map(Key::name)
                .toList();
        return "%s (%s)".formatted(name, String.join(", ", shown));
    }
}
