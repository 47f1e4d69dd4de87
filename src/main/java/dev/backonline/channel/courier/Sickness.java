package dev.backonline.channel.courier;

import dev.backonline.channel.Probe;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Hold;
import dev.backonline.outbox.Outbox;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets a channel stand still whose credentials are refused, and go on when they are taken again: what was held for them is then
 * ready, and judged anew for its usefulness.
 */
final class Sickness {
    /** Ours: how often the network is asked whether it takes the credentials again. */
    private static final Duration ASK_AGAIN = Duration.ofMinutes(1);
    /**
     * Ours: a network that can't be asked, or whose answer is about another permission than that to post, is tried with a post
     * after so many questions: refused credentials surely create nothing.
     */
    private static final int TRIED_AFTER = 5;

    private final Line line;
    private final Outbox outbox;
    private final Round round;
    private final AtomicBoolean sick = new AtomicBoolean();
    private boolean begun;
    private int asked;

    Sickness(Line line, Outbox outbox, Round round) {
        this.line = line;
        this.outbox = outbox;
        this.round = round;
    }

    /** Before each round of work: nothing is asked while the gate is closed. */
    void look() {
        if (!begun) {
            sick.set(!held().isEmpty());
            begun = true;
        }
        if (sick.get() && !round.gate().pause().isPositive()) {
            ask();
        }
    }

    private void ask() {
        var answer = line.channel().probe(round.now());
        asked++;
        if (answer instanceof Probe.Ready || asked >= TRIED_AFTER) {
            asked = 0;
            recover();
        } else {
            round.gate().close(ASK_AGAIN);
        }
    }

    private void recover() {
        for (var delivery : held()) {
            round.step(delivery, delivery.afresh(round.now(), "tried with the credentials of now"));
        }
        sick.set(false);
        round.journal().resumed(line.id());
    }

    private List<Delivery> held() {
        return outbox.held(line.id()).stream()
                .filter(delivery -> delivery.reason()
                        .hold()
                        .filter(Hold.CREDENTIALS::equals)
                        .isPresent())
                .toList();
    }

    void refused(String fix) {
        round.gate().close(ASK_AGAIN);
        if (sick.compareAndSet(false, true)) {
            round.journal().stopped(line.id(), fix);
        }
    }

    void introduce() {
        var answer = line.channel().probe(round.now());
        if (answer instanceof Probe.Ready ready) {
            ready.most().ifPresent(line::told);
        }
        round.journal().probed(line.id(), answer);
    }
}
