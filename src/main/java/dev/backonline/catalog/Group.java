package dev.backonline.catalog;

/** Services that fail together and are spoken of together: they share an incident. */
public record Group(String name) {
    public Group {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a group should have a name");
        }
    }
}
