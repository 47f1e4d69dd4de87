package dev.backonline.outbox;

import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Publishing;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.message.Saying;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Decides who must be told of a change, who of them waits for a person, and whose posts for today are used up; of alarms only the channels that
 * are internal, which are told nothing else. Pure.
 */
public final class Announcer {
    private static final String OF_TODAY = " posts of today";

    private final List<Subscription> subscriptions;
    private final Duration approveWithin;

    /** Whoever has to approve has a quarter of an hour for it. */
    public Announcer(List<Subscription> subscriptions) {
        this(subscriptions, Duration.ofMinutes(15));
    }

    public Announcer(List<Subscription> subscriptions, Duration approveWithin) {
        this.subscriptions = List.copyOf(subscriptions);
        this.approveWithin = approveWithin;
    }

    /** The channels that take only so many posts a day. */
    public List<Subscription> rationed() {
        return subscriptions.stream()
                .filter(subscription -> subscription.caution().cap().isPresent())
                .toList();
    }

    /** Whether a channel may ask for approval. */
    public boolean asks() {
        return subscriptions.stream()
                .anyMatch(subscription -> subscription.caution().approve() != Publishing.Approval.NEVER);
    }

    /** The same where nothing was posted today. */
    public List<Delivery> deliveries(Change change) {
        return deliveries(change, _ -> 0);
    }

    /**
     * One delivery for each recipient that hears of such a change, in the order of the file. {@code today}: how many posts a channel
     * has had today; what is beyond its cap comes out superseded, and says so.
     */
    public List<Delivery> deliveries(Change change, ToLongFunction<ChannelId> today) {
        return change.incident().isAlarm() ? alarmed(change) : published(change, today);
    }

    /** Whether anybody is told of alarms. */
    public boolean hasOperators() {
        return subscriptions.stream().anyMatch(Subscription::isForOperators);
    }

    private List<Delivery> alarmed(Change change) {
        var update = change.update();
        return subscriptions.stream()
                .filter(Subscription::isForOperators)
                .flatMap(subscription -> subscription.recipients().stream())
                .map(recipient -> Delivery.of(change.incident().id(), update.number(), recipient, update.at()))
                .toList();
    }

    private List<Delivery> published(Change change, ToLongFunction<ChannelId> today) {
        return subscriptions.stream()
                .filter(subscription -> !subscription.isForOperators())
                .filter(subscription -> hears(subscription, change.incident()))
                .flatMap(subscription -> deliveries(subscription, change, today))
                .toList();
    }

    private Stream<Delivery> deliveries(Subscription subscription, Change change, ToLongFunction<ChannelId> today) {
        var told = new ArrayList<Delivery>();
        var left = left(subscription, change, today);
        for (var recipient : subscription.recipients()) {
            var update = change.update();
            var delivery = Delivery.of(change.incident().id(), update.number(), recipient, update.at());
            told.add(told.size() < left ? restrained(delivery, subscription, change) : capped(delivery, subscription));
        }
        return told.stream();
    }

    private static long left(Subscription subscription, Change change, ToLongFunction<ChannelId> today) {
        var cap = subscription.caution().cap();
        return cap.isEmpty() || Saying.of(change.update().transition()).isLastWord()
                ? Long.MAX_VALUE
                : cap.getAsInt() - today.applyAsLong(subscription.channel());
    }

    private static Delivery capped(Delivery delivery, Subscription subscription) {
        return delivery.superseded("the channel has had its %d%s"
                .formatted(subscription.caution().cap().orElseThrow(), OF_TODAY));
    }

    /** Whether it is not sent since its channel had had its posts of the day. */
    public boolean isCapped(Delivery delivery) {
        return delivery.state() == DeliveryState.SUPERSEDED && delivery.note().endsWith(OF_TODAY);
    }

    private Delivery restrained(Delivery delivery, Subscription subscription, Change change) {
        var approve = subscription.caution().approve();
        return !change.approved()
                        && change.update().transition().isClaim()
                        && approve.asksFor(change.incident().state())
                ? delivery.awaiting(change.update().at().plus(approveWithin), "waits for approval")
                : delivery;
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
