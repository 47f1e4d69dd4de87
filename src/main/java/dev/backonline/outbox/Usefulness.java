package dev.backonline.outbox;

import dev.backonline.incident.Incident;
import dev.backonline.incident.Update;
import dev.backonline.message.Saying;
import java.util.List;
import java.util.Optional;

/**
 * Judges what one delivery of a thread is still good for: a stale post is worse than none, an opened thread is always closed, and
 * a network that missed everything gets one honest summary. Pure.
 */
public record Usefulness(Incident incident, List<Delivery> thread, Subscription subscription) {
    public Usefulness {
        thread = List.copyOf(thread);
    }

    public Use of(Delivery delivery) {
        var saying = Saying.of(update(delivery).transition());
        if (saying.isOfAlarm()) {
            return ofAlarm(delivery, saying);
        }
        if (saying == Saying.CORRECTION) {
            return correction(delivery);
        }
        if (saying.isOfMaintenance()) {
            return ofMaintenance(delivery, saying);
        }
        return isOpened(delivery) ? inOpenedThread(delivery, saying) : inSilentThread(delivery, saying);
    }

    /** Whether it is one that this channel must never carry: the file may have opened it to the public since it was decided. */
    public boolean isLeak() {
        return incident.isAlarm() && !subscription.isForOperators();
    }

    /** That it stands is worth telling while it does, and its end to those who were told. */
    private Use ofAlarm(Delivery delivery, Saying saying) {
        if (isLeak()) {
            return new Use.Superseded("the channel is public, and an alarm is not");
        }
        if (isFollowed(delivery)) {
            return new Use.Superseded("something newer is to be told of the alarm");
        }
        if (!isOpened(delivery) && (saying == Saying.CLEARED || subscription.closing())) {
            return new Use.Superseded("nobody here was told of the alarm");
        }
        return saying == Saying.CLEARED || incident.isOpen()
                ? new Use.Say(saying)
                : new Use.Superseded("the alarm was over before it was told");
    }

    /** That it is planned is worth telling until it begins, that it has begun until it ends, and its end to those who were told. */
    private Use ofMaintenance(Delivery delivery, Saying saying) {
        if (isFollowed(delivery)) {
            return new Use.Superseded("something newer is to be told");
        }
        if (!isOpened(delivery) && (saying.isLastWord() || subscription.closing())) {
            return new Use.Superseded("nobody here was told of the maintenance");
        }
        return saying.isLastWord() || incident.status() == update(delivery).status()
                ? new Use.Say(saying)
                : new Use.Superseded("the maintenance has come further");
    }

    /** Whoever read anything of a false alarm is owed the truth, and only they. */
    private Use correction(Delivery delivery) {
        if (!isOpened(delivery)) {
            return new Use.Superseded("nobody here was told of the false alarm");
        }
        return isFollowed(delivery)
                ? new Use.Superseded("a newer correction is to be told")
                : new Use.Say(Saying.CORRECTION);
    }

    private Use inOpenedThread(Delivery delivery, Saying saying) {
        return soundsOver(delivery)
                ? inClosedThread(delivery, saying)
                : switch (saying) {
                    case RESOLVED, SUMMARY -> unlessBack(delivery);
                    case AGAIN -> new Use.Superseded("nobody here was told that it was over");
                    case PROBLEM, STILL, WORSE, BETTER, RECOVERING, INTERMITTENT, NOTE ->
                        unlessFollowed(delivery, saying);
                    case CORRECTION -> correction(delivery);
                    case SCHEDULED, STARTED, COMPLETED, CANCELLED -> ofMaintenance(delivery, saying);
                    case RAISED, CLEARED -> ofAlarm(delivery, saying);
                };
    }

    /** Its readers believe that it is over: whatever is said next of trouble says that it came back. */
    private Use inClosedThread(Delivery delivery, Saying saying) {
        return switch (saying) {
            case AGAIN, PROBLEM, STILL, WORSE, BETTER -> unlessFollowed(delivery, Saying.AGAIN);
            case INTERMITTENT, NOTE -> unlessFollowed(delivery, saying);
            case CORRECTION -> correction(delivery);
            case SCHEDULED, STARTED, COMPLETED, CANCELLED -> ofMaintenance(delivery, saying);
            case RAISED, CLEARED -> ofAlarm(delivery, saying);
            case RECOVERING -> new Use.Superseded("nobody here was told that it came back");
            case RESOLVED, SUMMARY ->
                lastSaid(delivery).filter(Saying::isLastWord).isPresent()
                        ? new Use.Superseded("nobody here was told that it came back")
                        : unlessBack(delivery);
        };
    }

    private Use unlessBack(Delivery delivery) {
        return isFollowed(delivery)
                ? new Use.Superseded("the trouble came back before it was told")
                : new Use.Say(Saying.RESOLVED);
    }

    private Use unlessFollowed(Delivery delivery, Saying saying) {
        if (isFollowed(delivery)) {
            return new Use.Superseded("something newer is to be told");
        }
        return incident.isOpen() ? new Use.Say(saying) : new Use.Superseded("it is over");
    }

    /** Nobody here has read anything yet: the first message tells of the problem as it is now, or of all of it when it is over. */
    private Use inSilentThread(Delivery delivery, Saying saying) {
        if (!update(delivery).transition().isClaim() && thread.stream().anyMatch(Delivery::wasRefused)) {
            return new Use.Superseded("its beginning was not approved");
        }
        if (isFollowed(delivery)) {
            return new Use.Superseded("something newer is to be told");
        }
        if (subscription.closing()) {
            return new Use.Superseded("the channel is closing, and begins no thread");
        }
        return switch (saying) {
            case PROBLEM, STILL, WORSE, BETTER, AGAIN, INTERMITTENT, NOTE ->
                incident.isOpen() ? new Use.Say(Saying.PROBLEM) : new Use.Superseded("it was over before it was told");
            case SCHEDULED, STARTED, COMPLETED, CANCELLED -> ofMaintenance(delivery, saying);
            case RAISED, CLEARED -> ofAlarm(delivery, saying);
            case RECOVERING, CORRECTION -> new Use.Superseded("nobody here was told of the problem");
            case RESOLVED, SUMMARY ->
                switch (subscription.late()) {
                    case SUMMARY -> new Use.Say(Saying.SUMMARY);
                    case DROP -> new Use.Unwanted("it was over before it was told, and late: drop");
                };
        };
    }

    private boolean isOpened(Delivery delivery) {
        return before(delivery).stream().anyMatch(Delivery::mayHaveBeenSeen);
    }

    private Optional<Saying> lastSaid(Delivery delivery) {
        return before(delivery).reversed().stream()
                .filter(Delivery::mayHaveBeenSeen)
                .flatMap(one -> one.frozen().stream())
                .map(Frozen::saying)
                .findFirst();
    }

    private boolean soundsOver(Delivery delivery) {
        return lastSaid(delivery)
                .filter(saying -> saying.isLastWord() || saying == Saying.RECOVERING)
                .isPresent();
    }

    private List<Delivery> before(Delivery delivery) {
        return thread.stream()
                .filter(one -> one.id().value() < delivery.id().value())
                .toList();
    }

    private boolean isFollowed(Delivery delivery) {
        return thread.stream()
                .anyMatch(one ->
                        one.id().value() > delivery.id().value() && one.state().blocksThread());
    }

    private Update update(Delivery delivery) {
        return incident.updates().stream()
                .filter(update -> update.number() == delivery.update())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("incident %s has no update %d for delivery %s"
                        .formatted(incident.id(), delivery.update(), delivery.id())));
    }

    /** What a delivery is still good for, judged when its turn has come. */
    public sealed interface Use {
        /** Worth sending, in these words. */
        record Say(Saying saying) implements Use {}

        /** What follows in the thread says it, or it is no longer so. */
        record Superseded(String why) implements Use {}

        /** The file says that a late message is not wanted. */
        record Unwanted(String why) implements Use {}
    }
}
