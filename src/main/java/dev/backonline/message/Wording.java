package dev.backonline.message;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The templates of one language; a saying may lack a short form, never a long one. */
public record Wording(Map<Saying, Map<Size, String>> templates) {
    public Wording {
        var copy = new EnumMap<Saying, Map<Size, String>>(Saying.class);
        templates.forEach((saying, sizes) -> copy.put(saying, Map.copyOf(sizes)));
        templates = Collections.unmodifiableMap(copy);
    }

    /** Only what operators are told: a language that the file brings need not say it. */
    public Wording forOperators() {
        return new Wording(templates.entrySet().stream()
                .filter(one -> one.getKey().isOfAlarm())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    public Optional<String> template(Saying saying, Size size) {
        return Optional.ofNullable(templates.getOrDefault(saying, Map.of()).get(size));
    }

    /** This wording where the other says nothing; a saying that the other gives is replaced whole. */
    public Wording replacedBy(Wording other) {
        var merged = new EnumMap<Saying, Map<Size, String>>(Saying.class);
        merged.putAll(templates);
        merged.putAll(other.templates());
        return new Wording(merged);
    }
}
