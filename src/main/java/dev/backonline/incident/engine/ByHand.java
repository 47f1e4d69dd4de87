package dev.backonline.incident.engine;

import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Identity;
import dev.backonline.incident.Command;
import dev.backonline.incident.Decision;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Publishing;
import dev.backonline.incident.Restraint.Draft;
import dev.backonline.incident.Restraint.Mute;
import dev.backonline.incident.Situation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides what a person's command changes. Pure, as the engine is. */
public final class ByHand {
    private final Catalog catalog;
    private final Identity page;
    private final Publishing publishing;
    private final Supplier<IncidentId> ids;

    public ByHand(Catalog catalog, Identity page, Publishing publishing, Supplier<IncidentId> ids) {
        this.catalog = catalog;
        this.page = page;
        this.publishing = publishing;
        this.ids = ids;
    }

    /** {@code named}: the incident that the command names, as it is in the book. */
    public Hearing on(Command command, Optional<Incident> named, Situation situation, Instant now) {
        var review = new Review(catalog, publishing, situation, now);
        return switch (command) {
            case Command.Approve approve -> approved(approve, review);
            case Command.Reject reject -> rejected(reject, review);
            case Command.Mute mute -> muted(mute, review);
            case Command.Unmute unmute -> unmuted(unmute, review);
            case Command.Post post ->
                new Spoken(review, new Speech(page, post.texts()), post.by()).posted(post, named, ids);
            case Command.Resolve resolve ->
                named.map(incident -> new LastWord(review, new Speech(page, resolve.texts()), resolve.by())
                                .resolved(incident))
                        .orElseGet(() -> unheardOf(resolve.incident()));
            case Command.Correct correct ->
                named.map(incident -> new LastWord(review, new Speech(page, correct.texts()), correct.by())
                                .corrected(incident))
                        .orElseGet(() -> unheardOf(correct.incident()));
        };
    }

    static Hearing unheardOf(IncidentId incident) {
        return new Hearing.Refused("there is no incident '%s'; nothing was done".formatted(incident));
    }

    private static Hearing approved(Command.Approve approve, Review review) {
        return draft(approve.incident(), review)
                .<Hearing>map(draft -> draft.approvedBy().isPresent()
                        ? new Hearing.Refused("incident '%s' was approved by %s already"
                                .formatted(draft.incident(), draft.approvedBy().get()))
                        : new Hearing.Granted(
                                new Decision.Approved(draft, approve.by(), review.now()),
                                List.of("it is told as soon as it is still so")))
                .orElseGet(() -> nothingWaits(approve.incident()));
    }

    private static Hearing rejected(Command.Reject reject, Review review) {
        return draft(reject.incident(), review)
                .<Hearing>map(draft -> {
                    var why = "rejected by %s: %s".formatted(reject.by(), reject.why());
                    var dismissed = Consenting.dismissed(draft, review, why);
                    return new Hearing.Granted(
                            new Decision.Dropped(draft, why, dismissed),
                            List.of("it is not drafted again until it is over, or worse"));
                })
                .orElseGet(() -> nothingWaits(reject.incident()));
    }

    private static Optional<Draft> draft(IncidentId incident, Review review) {
        return review.restraint().drafts().stream()
                .filter(draft -> draft.incident().equals(incident))
                .findFirst();
    }

    private static Hearing nothingWaits(IncidentId incident) {
        return new Hearing.Refused("nothing of incident '%s' waits for approval; nothing was done".formatted(incident));
    }

    private static Hearing muted(Command.Mute mute, Review review) {
        return review.restraint()
                .mute()
                .<Hearing>map(now -> new Hearing.Refused(
                        "it is muted by %s since %s already (%s)".formatted(now.by(), now.since(), now.why())))
                .orElseGet(() -> new Hearing.Granted(
                        new Decision.Muted(new Mute(mute.by(), review.now(), mute.why())),
                        List.of("nothing automatic becomes public until it is unmuted; people still speak")));
    }

    private static Hearing unmuted(Command.Unmute unmute, Review review) {
        return review.restraint().mute().isEmpty()
                ? new Hearing.Refused("it is not muted; nothing was done")
                : new Hearing.Granted(
                        new Decision.Unmuted(unmute.by(), review.now()), List.of("what is so now is told from now on"));
    }
}
