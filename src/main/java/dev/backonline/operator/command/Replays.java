package dev.backonline.operator.command;

import dev.backonline.operator.door.OperatorName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers a repeated command as it was answered the first time, where the caller names it by an {@code Idempotency-Key}: so a command
 * whose answer was lost is not obeyed twice. Remembers while the bot runs. Safe for several threads.
 */
final class Replays {
    private static final String KEY = "Idempotency-Key";
    /** Ours: far more than people command in a night. */
    private static final int MOST = 1_000;

    private final Map<Name, Said> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Name, Said> eldest) {
            return size() > MOST;
        }
    };

    /** One operator's key for one place: others may use the same key. */
    private record Name(OperatorName operator, String path, String key) {}

    /** Commands with a key are obeyed one after another. An answer that says "not now" is not kept. */
    Said once(Visit visit, Supplier<Said> obeying) {
        return name(visit).map(name -> once(name, obeying)).orElseGet(obeying);
    }

    private synchronized Said once(Name name, Supplier<Said> obeying) {
        var known = answers.get(name);
        if (known != null) {
            return known;
        }
        var said = obeying.get();
        if (said.status() < 500) {
            answers.put(name, said);
        }
        return said;
    }

    private static Optional<Name> name(Visit visit) {
        return Optional.ofNullable(visit.context().request().getHeader(KEY))
                .map(key -> new Name(visit.operator(), visit.context().normalizedPath(), key));
    }
}
