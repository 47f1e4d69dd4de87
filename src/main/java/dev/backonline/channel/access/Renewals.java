package dev.backonline.channel.access;

import dev.backonline.channel.Keyring;
import dev.backonline.channel.Keyring.Credentials;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.PublicId;
import dev.backonline.outbox.StoreUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The changing credentials of one channel: renewed before they end, by one thread at a time, and kept before they are used. Where
 * another process was there first, its credentials serve. Blocks; never throws.
 */
public final class Renewals {
    /** Ours: what ends so soon may end on its way to the network. */
    private static final Duration EARLY = Duration.ofMinutes(2);

    /** Ours: two processes may overtake each other once; what goes on after that is no race. */
    private static final int MOST_ROUNDS = 2;

    private final Keyring keyring;
    private final Issuer issuer;
    private final String origin;
    private final ReentrantLock one = new ReentrantLock();
    /** Where nothing is kept, what was given last. */
    private Optional<Credentials> held = Optional.empty();

    /** {@code origin}: a digest of what the file says; what was given for another one is not used. */
    public Renewals(Keyring keyring, Issuer issuer, String origin) {
        this.keyring = keyring;
        this.issuer = issuer;
        this.origin = origin;
    }

    /** How one network gives out credentials; each call is one question to it. */
    public interface Issuer {
        /** In trade for what the file says. */
        Issue first(Instant now);

        /** In trade for the former ones. */
        Issue next(Credentials former, Instant now);
    }

    /** How asking for credentials went. */
    public sealed interface Issue {
        /** These may be used. */
        record Given(Credentials credentials) implements Issue {}

        /** The former ones are not taken in trade any more. */
        record Spent() implements Issue {}

        /** None were given, and so nothing was posted. */
        record Withheld(Outcome outcome) implements Issue {}
    }

    /** One way of hiding what the file says, so that a change of it shows. */
    public static String digest(String... said) {
        return HexFormat.of().formatHex(PublicId.sha256(String.join("\0", said).getBytes(StandardCharsets.UTF_8)));
    }

    /** Without {@code what} opens the door nothing was posted, whatever became of the question for it. */
    public static Issue withheld(String what, Outcome outcome) {
        return new Issue.Withheld(
                switch (outcome) {
                    case Outcome.Unknown(var reason, var _) -> new Outcome.NotSent("no %s: %s".formatted(what, reason));
                    case Outcome.Rejected(var fix) -> new Outcome.AuthInvalid("no %s: %s".formatted(what, fix));
                    case Outcome.TargetGone(var fix) -> new Outcome.AuthInvalid("no %s: %s".formatted(what, fix));
                    case Outcome other -> other;
                });
    }

    /** What opens the door now: given or withheld. */
    public Issue current(Instant now) {
        return alone(kept -> usable(kept)
                .filter(credentials -> credentials.expires().isAfter(now.plus(EARLY)))
                .<Issue>map(Issue.Given::new)
                .orElseGet(() -> renewed(kept, now, MOST_ROUNDS)));
    }

    /** What was given last and is still good for the file as it is; empty if nothing, or if it can't be read now. */
    public Optional<Credentials> last() {
        try {
            return usable(keyring.read());
        } catch (StoreUnavailable _) {
            return Optional.empty();
        }
    }

    /** The same after the network has refused those that {@link #current} gave. */
    public Issue instead(Credentials refused, Instant now) {
        return alone(kept -> usable(kept)
                .filter(credentials -> !credentials.access().equals(refused.access()))
                .<Issue>map(Issue.Given::new)
                .orElseGet(() -> renewed(kept, now, MOST_ROUNDS)));
    }

    /** What is done with what was kept. */
    @FunctionalInterface
    private interface Step {
        Issue with(Optional<Credentials> kept);
    }

    private Issue alone(Step step) {
        one.lock();
        try {
            return step.with(keyring.read());
        } catch (StoreUnavailable away) {
            return new Issue.Withheld(
                    new Outcome.NotSent("the credentials can't be kept: %s".formatted(away.getMessage())));
        } finally {
            one.unlock();
        }
    }

    private Optional<Credentials> usable(Optional<Credentials> kept) {
        return kept.or(() -> held).filter(credentials -> credentials.origin().equals(origin));
    }

    private Issue renewed(Optional<Credentials> kept, Instant now, int rounds) {
        var next = usable(kept).map(former -> issuer.next(former, now)).orElseGet(Issue.Spent::new);
        return switch (next) {
            case Issue.Given(var fresh) -> keep(kept, fresh);
            case Issue.Withheld withheld -> withheld;
            case Issue.Spent() -> afterSpent(kept, now, rounds);
        };
    }

    /** Another process may have traded them in the meantime; then what it got is kept already. */
    private Issue afterSpent(Optional<Credentials> kept, Instant now, int rounds) {
        var again = keyring.read();
        if (!again.equals(kept) && rounds > 1) {
            return usable(again)
                    .filter(credentials -> credentials.expires().isAfter(now))
                    .<Issue>map(Issue.Given::new)
                    .orElseGet(() -> renewed(again, now, rounds - 1));
        }
        return switch (issuer.first(now)) {
            case Issue.Given(var fresh) -> keep(again, fresh);
            case Issue.Withheld withheld -> withheld;
            case Issue.Spent() -> afterAll(again);
        };
    }

    /** Whoever traded them was still about to keep what it got, or they are of no use to anybody. */
    private Issue afterAll(Optional<Credentials> before) {
        return usable(keyring.read())
                .filter(credentials -> !before.equals(Optional.of(credentials)))
                .<Issue>map(Issue.Given::new)
                .orElseGet(() -> new Issue.Withheld(
                        new Outcome.AuthInvalid("the network takes none of our credentials: give the file new ones")));
    }

    /** Kept before use. Whoever was first has credentials as good as these; ours are forgotten. */
    private Issue keep(Optional<Credentials> former, Credentials fresh) {
        if (keyring.replace(former, fresh)) {
            held = Optional.of(fresh);
            return new Issue.Given(fresh);
        }
        return usable(keyring.read())
                .<Issue>map(Issue.Given::new)
                .orElseGet(() -> new Issue.Withheld(
                        new Outcome.NotSent("another process keeps credentials for another account here")));
    }
}
