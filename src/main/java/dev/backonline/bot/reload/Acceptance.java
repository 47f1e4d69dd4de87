package dev.backonline.bot.reload;

import dev.backonline.config.ConfigMistake;
import dev.backonline.incident.Alarm;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Whether the bot goes by the file as it is now, for the log, the figures, health and operators. Safe for several threads. */
public final class Acceptance {
    private static final Logger LOG = Logger.getLogger(Acceptance.class);

    private final InstantSource clock;
    private volatile Instant accepted;
    private volatile List<ConfigMistake> mistakes = List.of();

    /** To be made when the first file is read; with a mistake in that one nothing is started. */
    public Acceptance(InstantSource clock, MeterRegistry figures) {
        this.clock = clock;
        this.accepted = clock.instant();
        Gauge.builder("backonline.config.last.reload.successful", this, it -> it.isAccepted() ? 1 : 0)
                .description("Whether the bot goes by the file as it is now")
                .register(figures);
        Gauge.builder("backonline.config.last.reload.success.timestamp", this, it -> it.accepted.toEpochMilli() / 1e3)
                .description("When the bot last took in a file")
                .baseUnit("seconds")
                .register(figures);
    }

    /** The bot goes by the file as it is now. */
    void accept() {
        accepted = clock.instant();
        mistakes = List.of();
    }

    /** The bot goes by the file as it was: everything that is wrong is said, once. */
    void refuse(List<ConfigMistake> wrong) {
        if (!wrong.equals(mistakes)) {
            mistakes = List.copyOf(wrong);
            mistakes.forEach(mistake -> LOG.errorf("%s Going on by the file as it was.", mistake));
        }
    }

    public boolean isAccepted() {
        return mistakes.isEmpty();
    }

    /** When a file was last taken in. */
    public Instant accepted() {
        return accepted;
    }

    /** What is wrong with the file as it is now. */
    public List<ConfigMistake> mistakes() {
        return mistakes;
    }

    /** The same for operators. */
    public Optional<Alarm.Misread> misread() {
        var wrong = mistakes;
        return wrong.stream().findFirst().map(first -> new Alarm.Misread(first.file(), wrong.size(), first.toString()));
    }
}
