package dev.backonline.check;

import dev.backonline.catalog.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A kind of check that is told instead of asking, such as {@code heartbeat}. What it is told counts at once (1 of 1): whoever tells has
 * confirmed it. {@code N} is what a message says once it is understood. Pure; never throws, whatever is sent.
 */
public interface Receiving<S extends Record, N> extends CheckKind<S> {
    /** Ours: so often what still stands is said again, so that it isn't taken for forgotten. */
    Duration AFFIRMED_EVERY = Duration.ofSeconds(10);

    /** Ours: shorter ones are guessed. The letters are those of RFC 6750, 2.1, which pass everywhere. */
    Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{8,}");

    /** Where messages come in on the public port, such as {@code heartbeat/photos-worker}. */
    String address(S settings);

    /** Whether several checks may be told at one address; each message is for those of them that know its token. */
    boolean sharesAddress();

    /** Who knows it may tell. */
    Secret token(S settings);

    /** The methods of HTTP that a message may come with. */
    List<String> methods();

    /** How many bytes of a body are worth keeping. */
    int worthKeeping();

    /** Keys of every check that mean nothing to this kind. */
    Set<String> idleKeys();

    /** What a message says; the same for all checks at its address. */
    Heard<N> read(String address, Notice notice);

    /** What a check knows that was not told anything yet. */
    Inbox<N> inbox(S settings, Opening opening);

    /** There is nothing to ask. */
    @Override
    default Check create(S settings, Duration timeout, Wire wire) {
        return () -> new Answer.Inconclusive("is told, and never asked");
    }

    /** What is wrong with a token; never the token itself. */
    static List<String> complaints(Secret token) {
        return TOKEN.matcher(token.value()).matches()
                ? List.of()
                : List.of("token should be at least 8 letters, digits or any of . _ ~ + / = -");
    }

    /**
     * What one check was told, and what it means; each step makes a new one. {@code now} is the time that was spent listening, which
     * stands still while the bot does: what could not be heard was not missed.
     */
    interface Inbox<N> {
        /** Whether the news is about what this check watches. */
        boolean concerns(N news);

        Inbox<N> with(N news, Duration now);

        Inbox<N> at(Duration now);

        Answer answer();
    }

    /** How an inbox begins: when, how often something is expected, and whether the service was in public trouble already. */
    record Opening(Duration now, Duration every, boolean amidTrouble) {}

    /** What became of the attempt to understand a message. */
    sealed interface Heard<N> {}

    /** It says something. */
    record News<N>(N news) implements Heard<N> {}

    /** It can't be understood; {@code why} is in our own words, and repeats nothing of it. */
    record Nonsense<N>(Fault fault, String why) implements Heard<N> {}

    /** What is wrong with a message. */
    enum Fault {
        PATH,
        TYPE,
        CONTENT
    }
}
