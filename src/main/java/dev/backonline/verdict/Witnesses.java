package dev.backonline.verdict;

import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Those whose answers show whether our own side works: it does as long as the newest answer of any of them was one. {@code named} says
 * which witness each check speaks for.
 */
final class Witnesses {
    private final Map<CheckId, String> named;
    private final Set<String> reached = new HashSet<>();
    private final Set<String> unreached = new HashSet<>();
    private Optional<Instant> workingSince = Optional.empty();
    private Optional<Instant> lastContact = Optional.empty();

    Witnesses(Map<CheckId, String> named) {
        this.named = Map.copyOf(named);
    }

    boolean areThere() {
        return !named.isEmpty();
    }

    /** Whether more is known now than before; {@code contact} is empty if the answer says nothing. */
    boolean hear(Observation testimony, Optional<Boolean> contact) {
        var witness = Optional.ofNullable(named.get(testimony.check()));
        if (witness.isEmpty() || contact.isEmpty()) {
            return false;
        }
        return contact.get() ? reached(witness.get(), testimony.at()) : unreached(witness.get());
    }

    private boolean reached(String witness, Instant at) {
        reached.add(witness);
        unreached.remove(witness);
        workingSince = workingSince.or(() -> Optional.of(at));
        lastContact = lastContact.filter(at::isBefore).or(() -> Optional.of(at));
        return true;
    }

    private boolean unreached(String witness) {
        reached.remove(witness);
        unreached.add(witness);
        if (!reached.isEmpty() || workingSince.isEmpty()) {
            return false;
        }
        workingSince = Optional.empty();
        lastContact = Optional.empty();
        return true;
    }

    /** Only those count from now on for whom one of these checks speaks. */
    void retain(Set<CheckId> checks) {
        var heard = new HashSet<String>();
        checks.forEach(check -> Optional.ofNullable(named.get(check)).ifPresent(heard::add));
        reached.retainAll(heard);
        unreached.retainAll(heard);
        if (reached.isEmpty()) {
            workingSince = Optional.empty();
            lastContact = Optional.empty();
        }
    }

    void forget() {
        reached.clear();
        unreached.clear();
        workingSince = Optional.empty();
        lastContact = Optional.empty();
    }

    /** Before the question was asked, and ever since. */
    boolean workedBefore(Observation observation) {
        return workingSince.filter(since -> since.isBefore(observation.asked())).isPresent();
    }

    boolean workedAfter(Observation observation) {
        return lastContact.filter(time -> time.isAfter(observation.at())).isPresent();
    }

    Optional<Boolean> ownSideWorks() {
        return reached.isEmpty() && unreached.isEmpty() ? Optional.empty() : Optional.of(!reached.isEmpty());
    }

    Optional<Instant> lastContact() {
        return lastContact;
    }
}
