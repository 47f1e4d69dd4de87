package dev.backonline.bot.operation;

import dev.backonline.bot.alarm.Watchtower;
import dev.backonline.bot.desk.Crier;
import dev.backonline.bot.share.Partnership;
import dev.backonline.bot.watch.Upkeep;
import dev.backonline.bot.watch.Watch;
import java.time.Instant;

/** Decides what is due as long as it is this process that decides, and keeps up with the one that does as long as it is not. By one thread. */
final class Council {
    private final Members members;
    private volatile boolean outdated = true;
    private boolean judging;

    /** Who sees, who decides, who tells of maintenances and of alarms, and who says whether it is our turn. */
    record Members(
            Watch watch, Newsroom newsroom, Upkeep upkeep, Crier crier, Watchtower tower, Partnership partnership) {}

    Council(Members members) {
        this.members = members;
    }

    /** Another process has written of incidents. */
    void news() {
        outdated = true;
    }

    /** Blocks on the database. */
    void sit(Instant now) {
        members.partnership().feed(members.watch());
        members.tower().look(now, () -> review(now), members.newsroom()::standing);
    }

    private void review(Instant now) {
        members.watch().refresh(now);
        var ours = members.partnership().isJudge();
        outdated |= ours && !judging;
        judging = ours;
        if (outdated) {
            recall(now);
        }
        if (ours) {
            members.newsroom().review(now);
            members.crier().cry(members.upkeep().known(), now);
        } else {
            members.newsroom().follow(now);
        }
    }

    /** What whoever decided before us has written, to the last word: its lease ended before ours began. */
    private void recall(Instant now) {
        outdated = false;
        try {
            members.newsroom().recall(now);
        } catch (RuntimeException failure) {
            outdated = true;
            throw failure;
        }
    }
}
