package dev.backonline.bot.reload;

import dev.backonline.config.BotConfig;
import dev.backonline.config.ConfigMistake;
import dev.backonline.config.ConfigReader.Mistaken;
import dev.backonline.config.ConfigReader.Read;
import dev.backonline.config.ConfigReader.Result;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Takes in a changed file, whole, or leaves everything as it is and says why. One that is only refused for what goes on now is looked
 * at again until it can be taken in, or is changed. Used by one thread.
 */
public final class Reload {
    private static final Logger LOG = Logger.getLogger(Reload.class);
    /** Ours: a file is read once it has held for this long, so it is taken in within twice that. */
    static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final Editions editions;
    private final OpenThreads threads;
    private final Acceptance acceptance;
    private final Bearer bearer;
    private Optional<Result> pending = Optional.empty();

    /** By which configuration the bot goes, and who has it go by another one. */
    public record Bearer(Supplier<BotConfig> present, Consumer<BotConfig> next) {}

    /** The bot goes by what was read last. */
    public Reload(Editions editions, OpenThreads threads, Acceptance acceptance, Bearer bearer) {
        this.editions = editions;
        this.threads = threads;
        this.acceptance = acceptance;
        this.bearer = bearer;
        editions.keep();
    }

    /** Gives when to look again. Blocks on disk and database, and while one operation gives way to the next. */
    public Duration look() {
        editions.newer().ifPresent(result -> pending = Optional.of(result));
        pending.ifPresent(this::consider);
        return LOOK_EVERY;
    }

    private void consider(Result result) {
        switch (result) {
            case Mistaken mistaken -> {
                pending = Optional.empty();
                acceptance.refuse(mistaken.mistakes());
            }
            case Read _
            when editions.isKept() -> {
                pending = Optional.empty();
                acceptance.accept();
                LOG.info("The file is again as it was when the bot took it in");
            }
            case Read read -> {
                var lost = threads.lost(bearer.present().get(), read);
                if (lost.isEmpty()) {
                    pending = Optional.empty();
                    take(read);
                } else {
                    acceptance.refuse(lost);
                }
            }
        }
    }

    private void take(Read read) {
        try {
            read.warnings().forEach(LOG::warn);
            bearer.next().accept(read.config());
            editions.keep();
            acceptance.accept();
            LOG.infof(
                    "The file was changed, and the bot goes by it now services=%d channels=%d",
                    read.config().services().size(), read.config().channels().size());
        } catch (RuntimeException bug) {
            acceptance.refuse(List.of(bug(read)));
            throw bug;
        }
    }

    private static ConfigMistake bug(Read read) {
        return read.places().mistake("", "has no mistakes, but a bug of ours was met when the bot was to go by it");
    }
}
