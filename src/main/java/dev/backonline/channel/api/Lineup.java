package dev.backonline.channel.api;

import dev.backonline.channel.Sighting;
import dev.backonline.check.Wire;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Picks the one that may have been made from all that is said in a room, where others speak too. Where the list shows the key beside a post,
 * that decides; a post of ours that it shows without one is known by its text.
 */
public record Lineup(Match match, String key, Self.Introduction self) {

    /** Ours: a room with more messages since then can't be read in time. */
    public static final int MOST = 1_000;

    private static final Comparator<Suspect> KEYED_FIRST = Comparator.comparing(
                    (Suspect suspect) -> suspect.key().isEmpty())
            .thenComparing(suspect -> suspect.post().posted().id(), Match.BY_ID);

    /** Reads a room's list. */
    public static Pages<Wire.Reply> pages(
            Function<String, Wire.Reply> ask,
            Pages.PageReading<Wire.Reply> reading,
            Function<Wire.Reply, Sighting> unread) {
        return new Pages<>(ask, reading, unread, "the room has too many newer messages to look through");
    }

    /** One of those that the room lists; {@code author} and {@code key} are empty where they aren't shown. */
    public record Suspect(Match.Listed post, Optional<String> author, Optional<String> key) {}

    /** The oldest, should there be several, of those with the key if there are any. */
    public Sighting choose(Stream<Suspect> listed) {
        var suspects = listed.filter(this::mayBeIt).toList();
        return suspects.isEmpty()
                ? new Sighting.Nothing()
                : self.then(us -> Sighting.of(suspects.stream()
                        .filter(suspect -> isOurs(suspect, us))
                        .min(KEYED_FIRST)
                        .map(suspect -> suspect.post().posted())));
    }

    private boolean mayBeIt(Suspect suspect) {
        return suspect.key()
                .map(shown -> shown.equals(key)
                        && !match.claimed().byAnother(suspect.post().posted().id()))
                .orElseGet(() -> match.isIt(suspect.post()));
    }

    /** People, and other bots, may repeat what we said, and mark it as we do. */
    private static boolean isOurs(Suspect suspect, String us) {
        return suspect.author().map(us::equals).orElse(suspect.key().isPresent());
    }
}
