package dev.backonline.bot.desk;

import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentBook;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Publishing.Expired;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lets deliveries go that wait for a person's approval on their channel, or ends them; {@code asked}: whether any channel may ask. Blocks on the database. */
public record Approvals(Outbox outbox, IncidentBook book, Expired expired, boolean asked) {

    /** What nobody has approved in time, or was over before, waits no longer. */
    public void look(Instant now) {
        if (asked) {
            outbox.awaiting().forEach(delivery -> look(delivery, now));
        }
    }

    private void look(Delivery delivery, Instant now) {
        if (!book.find(delivery.incident()).map(Incident::isOpen).orElse(false)) {
            write(delivery.refused("it was over before anybody approved it"));
        } else if (!delivery.notBefore().isAfter(now)) {
            var why = "nobody approved it by " + delivery.notBefore();
            write(
                    switch (expired) {
                        case SEND -> delivery.approved(now, why);
                        case DROP -> delivery.refused(why);
                    });
        }
    }

    /** Gives how many deliveries of the incident may be sent now. */
    public int approved(IncidentId incident, String by, Instant now) {
        return each(incident, delivery -> delivery.approved(now, "approved by " + by));
    }

    /** Gives how many deliveries of the incident will not be sent. */
    public int rejected(IncidentId incident, String by, String why) {
        return each(incident, delivery -> delivery.refused("rejected by %s: %s".formatted(by, why)));
    }

    private int each(IncidentId incident, UnaryOperator<Delivery> step) {
        return (int) outbox.of(incident).stream()
                .filter(Delivery::isAwaiting)
                .filter(delivery -> write(step.apply(delivery)))
                .count();
    }

    /** If somebody else was there first, that is as well. */
    private boolean write(Delivery after) {
        return outbox.advance(List.of(after)).isPresent();
    }
}
