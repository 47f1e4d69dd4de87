package dev.backonline.bot.watch;

import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.incident.Situation;
import dev.backonline.verdict.Vetting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Where what is observed from here is vetted before it is judged, one thread at a time, so that no answer of a check overtakes an
 * earlier one that was held back. When our own side fails, and when it works again, is said.
 */
public final class Border {
    private static final Logger LOG = Logger.getLogger(Border.class);

    private final Vetting vetting;
    private final boolean aloud;
    private final ReentrantLock passing = new ReentrantLock();
    private volatile boolean failing;
    private volatile Optional<Instant> lastContact = Optional.empty();

    public Border(Vetting vetting) {
        this(vetting, true);
    }

    private Border(Vetting vetting, boolean aloud) {
        this.vetting = vetting;
        this.aloud = aloud;
    }

    /** The same, which says nothing: for what did not happen, or not now. */
    public Border silent() {
        return new Border(vetting, false);
    }

    /** Whether anything is vetted before it is believed. */
    public boolean isNeeded() {
        return vetting.isNeeded();
    }

    void observed(Observation observation, Consumer<List<Observation>> judged) {
        if (!vetting.isNeeded()) {
            judged.accept(List.of(observation));
            return;
        }
        passing.lock();
        try {
            judged.accept(vetting.vetted(observation));
            look();
        } finally {
            passing.unlock();
        }
    }

    void canaryAnswered(Observation testimony, Consumer<List<Observation>> judged) {
        passing.lock();
        try {
            judged.accept(vetting.heard(testimony));
            look();
        } finally {
            passing.unlock();
        }
    }

    void expire(Instant now, Consumer<List<Observation>> judged) {
        passing.lock();
        try {
            judged.accept(vetting.expired(now));
        } finally {
            passing.unlock();
        }
    }

    void asks(Set<CheckId> asked, Set<CheckId> gone) {
        passing.lock();
        try {
            vetting.asks(asked, gone);
            look();
        } finally {
            passing.unlock();
        }
    }

    void forget() {
        passing.lock();
        try {
            vetting.forget();
            look();
        } finally {
            passing.unlock();
        }
    }

    /** The checks of which something is held back, and when the oldest of it was observed. */
    Map<CheckId, Instant> held() {
        passing.lock();
        try {
            return vetting.held();
        } finally {
            passing.unlock();
        }
    }

    /** Until when what is held back waits to be vouched for, if anything is. */
    Optional<Instant> expiry() {
        passing.lock();
        try {
            return vetting.expiry();
        } finally {
            passing.unlock();
        }
    }

    /** While it fails, nothing is vouched for. */
    Situation.OwnSide ownSide() {
        return failing || vetting.hasCanaries()
                ? new Situation.Watched(failing ? Optional.empty() : lastContact)
                : new Situation.Unwatched();
    }

    /** Whether nothing that we could reach before can be reached now. */
    public boolean isFailing() {
        return failing;
    }

    private void look() {
        lastContact = vetting.lastContact();
        var fails = !vetting.ownSideWorks().orElse(true);
        if (fails != failing) {
            failing = fails;
            if (aloud) {
                say(fails);
            }
        }
    }

    private static void say(boolean fails) {
        if (fails) {
            LOG.warn("Our own side seems to fail: nothing can be reached, so nothing is learned");
        } else {
            LOG.info("Our own side works again");
        }
    }
}
