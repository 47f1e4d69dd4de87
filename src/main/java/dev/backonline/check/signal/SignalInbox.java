package dev.backonline.check.signal;

import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Receiving.Inbox;
import dev.backonline.check.Receiving.Opening;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;

/** The troubles that a sender told of, in the order in which they were first heard of, and the messages that were heard. */
record SignalInbox(
        SignalSettings settings,
        Opening opening,
        SequencedMap<UUID, Affair> known,
        SequencedMap<UUID, Duration> messages,
        Duration now)
        implements Inbox<List<Alert>> {
    /** Ours: with so many troubles at once, one more says nothing new. */
    private static final int MOST = 1_000;

    SignalInbox {
        known = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(known));
        messages = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(messages));
    }

    static SignalInbox empty(SignalSettings settings, Opening opening) {
        return new SignalInbox(settings, opening, new LinkedHashMap<>(), new LinkedHashMap<>(), opening.now());
    }

    @Override
    public boolean concerns(List<Alert> alerts) {
        return alerts.stream().anyMatch(settings::concerns);
    }

    @Override
    public SignalInbox with(List<Alert> alerts, Duration time) {
        var troubles = new LinkedHashMap<>(known);
        var heard = new LinkedHashMap<>(messages);
        for (var alert : alerts) {
            settings.isFiring(alert)
                    .filter(_ -> settings.concerns(alert))
                    .map(firing -> Affair.of(alert, firing, settings.isSlow(alert), time))
                    .filter(news -> !repeatsThePast(alert, news, heard))
                    .ifPresent(news -> note(troubles, alert, news));
            alert.marks().message().filter(_ -> heard.size() < MOST).ifPresent(id -> heard.put(id, time));
        }
        return new SignalInbox(settings, opening, troubles, heard, time).at(time);
    }

    /** A message that comes a second time may say that trouble goes on, and never that it is otherwise than it is by now. */
    private boolean repeatsThePast(Alert alert, Affair news, SequencedMap<UUID, Duration> heard) {
        var present = known.get(alert.marks().trouble());
        return alert.marks().message().filter(heard::containsKey).isPresent()
                && (present == null || present.firing() != news.firing());
    }

    private static void note(LinkedHashMap<UUID, Affair> troubles, Alert alert, Affair news) {
        var trouble = alert.marks().trouble();
        var present = troubles.get(trouble);
        var isLate = present != null && present.isNewerThan(news);
        if (!isLate && (present != null || troubles.size() < MOST)) {
            troubles.put(trouble, news);
        }
    }

    /** What nobody repeats is forgotten. */
    @Override
    public SignalInbox at(Duration time) {
        var oldest = time.minus(settings.ttl());
        var troubles = new LinkedHashMap<>(known);
        troubles.values().removeIf(one -> one.heard().compareTo(oldest) < 0);
        var heard = new LinkedHashMap<>(messages);
        heard.values().removeIf(at -> at.compareTo(oldest) < 0);
        return new SignalInbox(settings, opening, troubles, heard, time);
    }

    @Override
    public Answer answer() {
        var firing = known.values().stream().filter(Affair::firing).toList();
        var failing = firing.stream().filter(one -> !one.slow()).toList();
        if (!failing.isEmpty()) {
            return new Answer.Down(Layer.ANSWER, said(failing));
        }
        if (!firing.isEmpty()) {
            return new Answer.Slow(said(firing));
        }
        return mayHaveMissedSome()
                ? new Answer.Inconclusive("in trouble before the start, and the alert may still be repeated")
                : new Answer.Up();
    }

    /** Silence means that all is well, but not right after the start of a bot that was not told what fires. */
    private boolean mayHaveMissedSome() {
        return opening.amidTrouble() && now.minus(opening.now()).compareTo(settings.ttl()) < 0;
    }

    private static String said(List<Affair> firing) {
        var others = firing.size() - 1;
        var first = "alert '%s' is firing".formatted(firing.getFirst().name());
        return others == 0 ? first : "%s, and %d more".formatted(first, others);
    }
}
