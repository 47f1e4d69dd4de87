package dev.backonline.incident;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What holds decisions back now: a mute, claims that wait for a person, and trouble that a person has dismissed. */
public record Restraint(Optional<Mute> mute, List<Draft> drafts, List<Dismissal> dismissals) {
    public static final Restraint NONE = new Restraint(Optional.empty(), List.of(), List.of());

    public Restraint {
        drafts = List.copyOf(drafts);
        dismissals = List.copyOf(dismissals);
    }

    /** Whether a draft of this incident waits. */
    public boolean isDrafted(IncidentId incident) {
        return drafts.stream().anyMatch(draft -> draft.incident().equals(incident));
    }

    /** What holds back once this is decided. */
    public Restraint after(Decision decision) {
        return switch (decision) {
            case Decision.Drafted(var draft) -> with(draft.incident(), Optional.of(draft));
            case Decision.Approved approved ->
                with(approved.draft().incident(), Optional.of(approved.draft().approved(approved.by())));
            case Decision.Dropped dropped ->
                with(dropped.draft().incident(), Optional.empty()).with(dropped.dismissed());
            case Decision.Forgotten forgotten -> without(forgotten.dismissal());
            case Decision.Muted(var on) -> new Restraint(Optional.of(on), drafts, dismissals);
            case Decision.Unmuted _ -> new Restraint(Optional.empty(), drafts, dismissals);
            case Change change ->
                (settles(change) ? with(change.incident().id(), Optional.empty()) : this).with(change.dismissed());
        };
    }

    /** Whether what was a draft of this incident is told, or has nothing left to tell. */
    public static boolean settles(Change change) {
        return change.update().transition().isClaim() || !change.incident().isOpen();
    }

    private Restraint with(IncidentId incident, Optional<Draft> draft) {
        var others = drafts.stream().filter(one -> !one.incident().equals(incident));
        return new Restraint(mute, Stream.concat(others, draft.stream()).toList(), dismissals);
    }

    private Restraint with(List<Dismissal> more) {
        var services = more.stream().map(Dismissal::service).toList();
        var others = dismissals.stream().filter(one -> !services.contains(one.service()));
        return new Restraint(mute, drafts, Stream.concat(others, more.stream()).toList());
    }

    private Restraint without(Dismissal dismissal) {
        return new Restraint(
                mute,
                drafts,
                dismissals.stream().filter(one -> !one.equals(dismissal)).toList());
    }

    /** The kill switch: nothing automatic becomes public while it is on; people still speak. */
    public record Mute(String by, Instant since, String why) {}

    /**
     * A claim that trouble has begun, spread or come back, which waits for a person. {@code incident} is the one that it belongs to,
     * or the id that the new one will have; {@code services} are those that the claim is about and {@code state} the worst of them;
     * {@code until}: then it is sent or dropped, as the file says.
     */
    public record Draft(
            IncidentId incident,
            List<ServiceId> services,
            ServiceState state,
            Instant at,
            Instant until,
            Optional<String> approvedBy,
            String why) {
        public Draft {
            services = List.copyOf(services);
        }

        /** The same, let through by a person. */
        public Draft approved(String by) {
            return new Draft(incident, services, state, at, until, Optional.of(by), why);
        }
    }

    /** Trouble of a service that is no news until it is over, or becomes worse than this state: a person said so. */
    public record Dismissal(ServiceId service, ServiceState state, Instant at, String why) {}

    /** Where it is kept. Blocks on the database; throws when that is away, and then nothing was changed. */
    public interface Book {
        Restraint restraint();

        /** Writes the decision down; false, with nothing changed, if somebody else was there first. */
        boolean keep(Decision.Quiet decision);

        /**
         * The time that people have for approving runs only while the bot runs: called every few seconds, and after a longer gap all
         * that waits for a person waits for so much longer. Gives that gap.
         */
        Duration awake(Instant now);

        /** The wall clock was moved by so much: what is promised or waited for is so by as much later or earlier. */
        void shift(Duration by);
    }
}
