package dev.backonline.bot.desk;

import dev.backonline.incident.Change;
import dev.backonline.incident.Command;
import dev.backonline.incident.Decision;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentBook;
import dev.backonline.incident.IncidentId;
import java.time.Instant;
import java.util.Optional;

/** Carries a command to what it names. */
public record Orderly(Command command) {

    /** The incident that is named, if any is. */
    public Optional<IncidentId> incident() {
        return switch (command) {
            case Command.Approve approve -> Optional.of(approve.incident());
            case Command.Reject reject -> Optional.of(reject.incident());
            case Command.Post post -> post.incident();
            case Command.Resolve resolve -> Optional.of(resolve.incident());
            case Command.Correct correct -> Optional.of(correct.incident());
            case Command.Mute _, Command.Unmute _ -> Optional.empty();
        };
    }

    /** The incident that is named, as it is in the book. */
    public Optional<Incident> named(IncidentBook book) {
        return incident().flatMap(book::find).filter(Incident::isTrouble);
    }

    /** The incident that it has come to. */
    public Optional<IncidentId> concerned(Decision decision) {
        return decision instanceof Change change ? Optional.of(change.incident().id()) : incident();
    }

    /** An approval is one for the channels that ask by themselves, too. Gives how many deliveries wait no longer. */
    public int letGo(Approvals approvals, Instant now) {
        return switch (command) {
            case Command.Approve approve -> approvals.approved(approve.incident(), approve.by(), now);
            case Command.Reject reject -> approvals.rejected(reject.incident(), reject.by(), reject.why());
            case Command.Post _, Command.Resolve _, Command.Correct _, Command.Mute _, Command.Unmute _ -> 0;
        };
    }
}
