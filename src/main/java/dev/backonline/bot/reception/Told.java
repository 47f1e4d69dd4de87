package dev.backonline.bot.reception;

import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.check.Receiving.Inbox;
import dev.backonline.config.CheckPlan;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** One check that is told: its inbox, and the observations that come of it, one after the other. */
final class Told<N> {
    private final CheckPlan<?> plan;
    private final InstantSource wall;
    private final Consumer<Observation> heard;
    private final ReentrantLock opening = new ReentrantLock();
    private Inbox<N> inbox;
    private Optional<Answer> said = Optional.empty();
    private Duration saidAt = Duration.ZERO;

    Told(CheckPlan<?> plan, Inbox<N> inbox, InstantSource wall, Consumer<Observation> heard) {
        this.plan = plan;
        this.inbox = inbox;
        this.wall = wall;
        this.heard = heard;
    }

    CheckId check() {
        return plan.id();
    }

    /** Goes on from what this one knew, if it is the same check; what it knows is said anew. */
    @SuppressWarnings("unchecked") // Two plans that ask alike are of one kind, and so are their inboxes.
    void resume(Told<?> former) {
        if (plan.asksLike(former.plan)) {
            inbox = (Inbox<N>) former.inbox();
        }
    }

    private Inbox<N> inbox() {
        opening.lock();
        try {
            return inbox;
        } finally {
            opening.unlock();
        }
    }

    /** Whether the news is about this check. */
    boolean hear(N news, Duration now) {
        opening.lock();
        try {
            var concerned = inbox.concerns(news);
            if (concerned) {
                inbox = inbox.with(news, now);
                say(now);
            }
            return concerned;
        } finally {
            opening.unlock();
        }
    }

    /** Time may have changed what is known; and what hasn't changed is said again from time to time. */
    void look(Duration now, Duration affirmedEvery) {
        opening.lock();
        try {
            inbox = inbox.at(now);
            if (!said.equals(Optional.of(inbox.answer())) || now.minus(saidAt).compareTo(affirmedEvery) >= 0) {
                say(now);
            }
        } finally {
            opening.unlock();
        }
    }

    private void say(Duration now) {
        var answer = inbox.answer();
        said = Optional.of(answer);
        saidAt = now;
        heard.accept(new Observation(check(), wall.instant(), Duration.ZERO, answer));
    }
}
