package dev.backonline.bot.share;

import dev.backonline.check.Observation.Location;
import dev.backonline.store.share.Roster;
import dev.backonline.store.share.ShareBook;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The shares of our location that are held here. Used by one thread. */
final class Portion {
    private static final Logger LOG = Logger.getLogger(Portion.class);

    private final ShareBook book;
    private final Location here;
    private final Reach reach;
    private final Consumer<Set<Integer>> asked;
    private final Division division = new Division(Lot.COUNT);
    private volatile Set<Integer> held = Set.of();

    /** {@code asked} is told which are held whenever they are others. */
    Portion(ShareBook book, Location here, Reach reach, Consumer<Set<Integer>> asked) {
        this.book = book;
        this.here = here;
        this.reach = reach;
        this.asked = asked;
    }

    int size() {
        return held.size();
    }

    /** Keeps what was renewed, takes what is free, and gives up what is too much, once {@code last} is done: the last words on it. */
    void look(Roster roster, long now, Runnable last) {
        var holders = new HashMap<Integer, String>();
        roster.tenures().stream()
                .filter(one -> Lot.isLeasedAs(one.name()) && !reach.isFree(one, now))
                .forEach(one -> {
                    var share = Lot.parse(one.name());
                    if (share.location().equals(here)) {
                        holders.put(share.number(), one.owner());
                    }
                });
        var step =
                division.step(book.owner(), roster.able(peer -> peer.location().equals(here)), holders);
        holders.values().removeIf(owner -> !owner.equals(book.owner()));
        var mine = new HashSet<>(holders.keySet());
        mine.removeAll(step.givenUp());
        hold(mine);
        if (!step.givenUp().isEmpty()) {
            last.run();
            book.release(names(step.givenUp()));
        }
        book.claim(names(step.taken())).forEach(name -> mine.add(Lot.parse(name).number()));
        hold(mine);
    }

    private List<String> names(Set<Integer> shares) {
        return shares.stream().map(share -> new Lot(here, share).toString()).toList();
    }

    private void hold(Set<Integer> shares) {
        if (!shares.equals(held)) {
            held = Set.copyOf(shares);
            asked.accept(held);
            LOG.infof("The checks are shared out anew location=%s shares=%d", here, held.size());
        }
    }
}
