package dev.backonline.store.history;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which number stands for which name in the database, as far as it was asked for. Numbers never change. Safe for several threads. */
public final class Numbers {
    private final Function<Set<String>, Map<String, Long>> learn;
    private final Map<String, Long> numbers = new ConcurrentHashMap<>();
    private final Map<Long, String> names = new ConcurrentHashMap<>();

    /** {@code learn} gives all names of the database by their numbers, after these were added to them. */
    public Numbers(Function<Set<String>, Map<String, Long>> learn) {
        this.learn = learn;
    }

    /** Names that are not in the database yet are added to it. Blocks if there are such. */
    public void know(Collection<String> wanted) {
        var unknown = wanted.stream().filter(name -> !numbers.containsKey(name)).collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            ask(unknown);
        }
    }

    /** Of a name that is known. */
    public long of(String name) {
        return Optional.ofNullable(numbers.get(name)).orElseThrow();
    }

    /** Blocks if it was never asked for. */
    public String name(long number) {
        if (!names.containsKey(number)) {
            ask(Set.of());
        }
        return Optional.ofNullable(names.get(number))
                .orElseThrow(() -> new IllegalStateException("the database has no name number %d".formatted(number)));
    }

    private void ask(Set<String> unknown) {
        var all = learn.apply(unknown);
        numbers.putAll(all);
        all.forEach((name, number) -> names.put(number, name));
    }
}
