package dev.backonline.operator.door;

import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Lets in who shows a right token, and says who it is; keeps only digests. Safe for several threads. */
public final class Doorkeeper {
    /** RFC 6750: the only scheme; a cookie would let any web page speak for its reader. */
    private static final String SCHEME = "Bearer ";
    /** Ours: a person mistypes now and then; whoever shows more wrong tokens in a minute is told to stay away. */
    private static final int WRONG_A_MINUTE = 20;

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final Supplier<Map<OperatorName, Pass>> passes;
    private final LongSupplier nanos;
    private long minute;
    private int wrong;

    /** {@code passes} are asked for at each visit; {@code nanos} is the monotonic clock. */
    public Doorkeeper(Supplier<Map<OperatorName, Pass>> passes, LongSupplier nanos) {
        this.passes = passes;
        this.nanos = nanos;
        this.minute = nanos.getAsLong();
    }

    /** Who is at the door. */
    public sealed interface Visitor {
        /** Somebody with a right token. */
        record Known(OperatorName name) implements Visitor {}

        /** Somebody with none, or a wrong one. */
        record Stranger() implements Visitor {}

        /** The same, after too many of them. */
        record Crowd() implements Visitor {}
    }

    /** {@code authorization} is the header of that name. A right token is let in however many wrong ones there were. */
    public Visitor look(Optional<String> authorization) {
        return authorization
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip())
                .flatMap(this::owner)
                .<Visitor>map(Visitor.Known::new)
                .orElseGet(this::turnedAway);
    }

    /** Every pass is compared, so that the time tells nothing. */
    private Optional<OperatorName> owner(String token) {
        var shown = Pass.of(token);
        return passes.get().entrySet().stream()
                .filter(entry -> entry.getValue().opensWith(shown))
                .map(Map.Entry::getKey)
                .toList()
                .stream()
                .findFirst();
    }

    private synchronized Visitor turnedAway() {
        var now = nanos.getAsLong();
        if (now - minute > MINUTE_NANOS) {
            minute = now;
            wrong = 0;
        }
        wrong++;
        return wrong > WRONG_A_MINUTE ? new Visitor.Crowd() : new Visitor.Stranger();
    }
}
