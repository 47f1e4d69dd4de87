package dev.backonline.outbox;

import dev.backonline.incident.IncidentId;
import java.time.Instant;
import java.util.Optional;

/**
 * One message for one recipient: the row that makes sure that it arrives once. {@code attempts} counts how often it was tried,
 * {@code notBefore} is when it may be worked on, {@code reason} says why it is as it is (for operators).
 */
public record Delivery(
        DeliveryId id,
        long version,
        IncidentId incident,
        Origin origin,
        Recipient recipient,
        DeliveryState state,
        int attempts,
        Instant notBefore,
        Optional<Frozen> frozen,
        Optional<Posted> posted,
        Optional<Lease> lease,
        Reason reason) {

    /** Why a delivery is as it is, in words for operators; and, of a held one, what would help. */
    public record Reason(String text, Optional<Hold> hold) {
        static Reason of(String text) {
            return new Reason(text, Optional.empty());
        }
    }

    /** Which update of its incident it tells, and which trace it goes on with, if the decision left one. */
    public record Origin(int update, Optional<Trail> trail) {
        public static Origin of(int update) {
            return new Origin(update, Optional.empty());
        }
    }

    /** Where in a trace it follows from, in the words of W3C's {@code traceparent}, so that another process can go on from there. */
    public record Trail(String value) {}

    public int update() {
        return origin.update();
    }

    public String note() {
        return reason.text();
    }

    /** Whether readers may have seen it; one that is held since the network refused it surely has not been seen. */
    public boolean mayHaveBeenSeen() {
        return switch (state) {
            case SENT, UNKNOWN, SENDING -> true;
            case HELD -> frozen.filter(Frozen::doubted).isPresent();
            case WAITING, READY, SUPERSEDED, ABANDONED -> false;
        };
    }

    /** A new one for an update; the ledger makes it ready as soon as nothing before it in its thread is unfinished. */
    public static Delivery of(IncidentId incident, int update, Recipient recipient, Instant now) {
        return new Delivery(
                DeliveryId.NEW,
                0,
                incident,
                Origin.of(update),
                recipient,
                DeliveryState.WAITING,
                0,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Reason.of(""));
    }

    /** A claim on it as it was read: its fence is higher than that of any earlier claim, since every claim is a new version. */
    public Lease claim(String owner, Instant until) {
        return new Lease(owner, until, version + 1);
    }

    /** Frozen, claimed, and about to be written to the socket. */
    public Delivery sending(Frozen what, Lease claim) {
        return moved(checked(DeliveryState.SENDING), attempts + 1, notBefore, reason)
                .with(Optional.of(what), posted, Optional.of(claim));
    }

    /** Claimed for a look-up, which changes nothing at the network. */
    public Delivery leased(Lease claim) {
        return with(frozen, posted, Optional.of(claim));
    }

    /** To be tried again later, having come to nothing before anything was frozen. */
    public Delivery postponed(Instant when, String why) {
        return moved(state, attempts + 1, when, Reason.of(why));
    }

    /** Going on with this trace. */
    public Delivery along(Trail trail) {
        var from = new Origin(update(), Optional.of(trail));
        return new Delivery(
                id, version, incident, from, recipient, state, attempts, notBefore, frozen, posted, lease, reason);
    }

    public Delivery sent(Optional<Posted> ref, String why) {
        return released(DeliveryState.SENT, frozen, notBefore, why).posted(ref, Reason.of(why));
    }

    /** Gone at the network since it was sent: nothing can reply to it any more, or edit it. */
    public Delivery vanished() {
        return posted(Optional.empty(), Reason.of("gone at the network, or out of reach"));
    }

    private Delivery posted(Optional<Posted> ref, Reason why) {
        return moved(state, attempts, notBefore, why).with(frozen, ref, lease);
    }

    /** For a person's approval, until this time. */
    public Delivery awaiting(Instant until, String why) {
        return released(DeliveryState.WAITING, frozen, until, new Reason(why, Optional.of(Hold.APPROVAL)));
    }

    public boolean isAwaiting() {
        return state == DeliveryState.WAITING
                && reason.hold().filter(Hold.APPROVAL::equals).isPresent();
    }

    /** It waits for its turn only. */
    public Delivery approved(Instant when, String why) {
        return released(DeliveryState.WAITING, frozen, when, why);
    }

    /** Its readers are spared it, and what follows from it. */
    public Delivery refused(String why) {
        return released(DeliveryState.SUPERSEDED, frozen, notBefore, new Reason(why, Optional.of(Hold.APPROVAL)));
    }

    public boolean wasRefused() {
        return state == DeliveryState.SUPERSEDED
                && reason.hold().filter(Hold.APPROVAL::equals).isPresent();
    }

    /** To be sent as it was frozen: the server collapses the repeat, or was found not to have it. */
    public Delivery repeat(Instant when, String why) {
        return released(DeliveryState.READY, frozen, when, why);
    }

    /** The attempt surely created nothing: to be prepared anew, unless an earlier attempt with the same may have. */
    public Delivery afresh(Instant when, String why) {
        return released(DeliveryState.READY, frozen.filter(Frozen::doubted), when, why);
    }

    /** What it replies to, or edits, is gone, so nothing of what was prepared is of use any more. */
    public Delivery anew(Instant when, String why) {
        return released(DeliveryState.READY, Optional.empty(), when, why);
    }

    public Delivery unknown(Instant lookAgain, String why) {
        return released(DeliveryState.UNKNOWN, frozen.map(Frozen::inDoubt), lookAgain, why);
    }

    public Delivery held(Hold hold, String why) {
        var reason = new Reason(why, Optional.of(hold));
        return released(DeliveryState.HELD, frozen, notBefore, reason);
    }

    public Delivery superseded(String why) {
        return released(DeliveryState.SUPERSEDED, frozen, notBefore, why);
    }

    public Delivery abandoned(String why) {
        return released(DeliveryState.ABANDONED, frozen, notBefore, why);
    }

    private Delivery released(DeliveryState to, Optional<Frozen> kept, Instant when, String why) {
        return released(to, kept, when, Reason.of(why));
    }

    private Delivery released(DeliveryState to, Optional<Frozen> kept, Instant when, Reason why) {
        return moved(to == state ? to : checked(to), attempts, when, why).with(kept, posted, Optional.empty());
    }

    private Delivery moved(DeliveryState to, int tried, Instant when, Reason why) {
        return new Delivery(id, version, incident, origin, recipient, to, tried, when, frozen, posted, lease, why);
    }

    private Delivery with(Optional<Frozen> kept, Optional<Posted> ref, Optional<Lease> claim) {
        return new Delivery(
                id, version, incident, origin, recipient, state, attempts, notBefore, kept, ref, claim, reason);
    }

    private DeliveryState checked(DeliveryState to) {
        if (!state.next().contains(to)) {
            throw new IllegalStateException("delivery %s is %s and can't become %s".formatted(id, state, to));
        }
        return to;
    }
}
