package dev.backonline.bot.desk;

import dev.backonline.incident.Alarm;
import dev.backonline.incident.Change;
import dev.backonline.incident.Decision;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Writes every decision and every alarm to the log, one line each, and counts them. */
public final class NewsLog implements Witness {
    private static final Logger LOG = Logger.getLogger(NewsLog.class);

    private final MeterRegistry figures;
    private final PromiseFigures promises;
    private final Consumer<Decision> changed;

    /** {@code changed} is called after each decision. */
    public NewsLog(MeterRegistry figures, Consumer<Decision> changed) {
        this.figures = figures;
        this.promises = new PromiseFigures(figures);
        this.changed = changed;
    }

    @Override
    public void told(Change change) {
        var update = change.update();
        var kind = kind(update.transition());
        LOG.infof(
                "Incident changed incident=%s update=%d transition=%s services=%s by=%s why=\"%s\"",
                change.incident().id(),
                update.number(),
                kind,
                update.transition().services(),
                update.words().map(words -> words.by()).orElse("engine"),
                update.why());
        figures.counter("backonline.transitions", "transition", kind).increment();
        promises.told(change);
        changed.accept(change);
    }

    @Override
    public void kept(Decision.Quiet decision) {
        LOG.infof("Nothing is told decision=%s %s why=\"%s\"", kind(decision), what(decision), decision.why());
        figures.counter("backonline.decisions.kept", "decision", kind(decision)).increment();
        changed.accept(decision);
    }

    private static String what(Decision.Quiet decision) {
        return switch (decision) {
            case Decision.Drafted(var draft) -> "incident=%s services=%s".formatted(draft.incident(), draft.services());
            case Decision.Approved approved ->
                "incident=%s by=%s".formatted(approved.draft().incident(), approved.by());
            case Decision.Dropped dropped ->
                "incident=%s services=%s"
                        .formatted(dropped.draft().incident(), dropped.draft().services());
            case Decision.Forgotten forgotten ->
                "service=%s".formatted(forgotten.dismissal().service());
            case Decision.Muted(var mute) -> "by=%s".formatted(mute.by());
            case Decision.Unmuted unmuted -> "by=%s".formatted(unmuted.by());
        };
    }

    @Override
    public void raised(Alarm alarm) {
        LOG.warnf("Alarm alarm=%s key=%s why=\"%s\"", kind(alarm), alarm.key(), alarm.why());
        figures.counter("backonline.alarms", "alarm", kind(alarm)).increment();
        promises.raised(alarm);
    }

    @Override
    public void cleared(Alarm alarm) {
        LOG.infof("Alarm is over alarm=%s key=%s", kind(alarm), alarm.key());
    }

    private static String kind(Object one) {
        return one.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
