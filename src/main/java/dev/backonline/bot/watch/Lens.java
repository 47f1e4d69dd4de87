package dev.backonline.bot.watch;

import dev.backonline.catalog.ServiceId;
import dev.backonline.verdict.Verdict;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Looks at one service of a watch at a time; what it changes is what a look at all would change of this one. */
public final class Lens {
    private final Court court;
    private final Supplier<Map<ServiceId, Instant>> held;

    Lens(Court court, Supplier<Map<ServiceId, Instant>> held) {
        this.court = court;
        this.held = held;
    }

    public Verdict verdict(ServiceId service) {
        return court.judge(service).verdict();
    }

    /** Forgets what nothing confirmed for too long, of this service only. */
    public void refresh(ServiceId service, Instant now) {
        var known = held.get().getOrDefault(service, now);
        court.isNews(service, one -> one.at(known));
    }

    /** Whether something will be known otherwise by then, if nothing is observed before. */
    public boolean changesBy(ServiceId service, Instant time) {
        var judge = court.judge(service);
        return judge.at(time) != judge;
    }

    public boolean isRestless(ServiceId service) {
        return court.judge(service).isRestless();
    }

    /** The services of which an observation is held back. */
    public Set<ServiceId> held() {
        return held.get().keySet();
    }
}
