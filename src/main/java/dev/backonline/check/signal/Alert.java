package dev.backonline.check.signal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** One alert of one message, whoever sent it: what it is about, how it stands, and when that was so. */
record Alert(Marks marks, String status, Map<String, String> labels, Times times) {
    /** Ours: a reason should stay one line in a log. */
    private static final int LONGEST_NAME = 80;

    Alert {
        labels = Map.copyOf(labels);
    }

    /** Which trouble it is, the same for its beginning and its end; and which message, the same for each time that it is sent. */
    record Marks(UUID trouble, Optional<UUID> message) {
        /** Of whatever length, kept in a few bytes. */
        static UUID of(String... parts) {
            return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** When the trouble began and ended, and when this was said, as far as the sender tells. */
    record Times(Optional<Instant> began, Optional<Instant> ended, Optional<Instant> said) {}

    /** For operators. */
    String name() {
        var name = Stream.of("alertname", "subject", "type")
                .flatMap(label -> Optional.ofNullable(labels.get(label)).stream())
                .map(text -> text.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("an alert");
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }
}
