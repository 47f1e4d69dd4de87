package dev.backonline.outbox;

import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.message.Saying;
import java.util.List;

/** Decides who must be told of a change. Pure. */
public final class Announcer {
    private final List<Subscription> subscriptions;

    public Announcer(List<Subscription> subscriptions) {
        this.subscriptions = List.copyOf(subscriptions);
    }

    /** One delivery for each recipient that hears of such a change, in the order of the file. */
    public List<Delivery> deliveries(Change change) {
        var incident = change.incident();
        var update = change.update();
        return subscriptions.stream()
                .filter(subscription -> subscription.audience() == Subscription.Audience.PUBLIC)
                .filter(subscription -> hears(subscription, incident))
                .flatMap(subscription -> subscription.recipients().stream())
                .map(recipient -> Delivery.of(incident.id(), update.number(), recipient, update.at()))
                .toList();
    }

    private static boolean hears(Subscription subscription, Incident incident) {
        var tell = subscription.tell();
        var saying = Saying.of(incident.latest().transition());
        return tell.contains(saying) && (!isRelapseWhileMonitoring(incident) || tell.contains(Saying.RECOVERING));
    }

    /** Trouble that came back before anything was resolved is no news to those who were not told of the recovery. */
    private static boolean isRelapseWhileMonitoring(Incident incident) {
        var updates = incident.updates();
        return incident.latest().transition() instanceof Transition.Again
                && updates.size() > 1
                && updates.get(updates.size() - 2).status() == Status.MONITORING;
    }
}
