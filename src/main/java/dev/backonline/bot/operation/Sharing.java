package dev.backonline.bot.operation;

import dev.backonline.bot.pace.Shift;
import dev.backonline.bot.share.Duties;
import dev.backonline.bot.share.Partnership;
import dev.backonline.bot.watch.Watch;
import dev.backonline.check.CheckId;
import dev.backonline.outbox.StoreUnavailable;
import java.time.Duration;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Does the part of this process among those that share a database, on a shift of its own. */
final class Sharing implements AutoCloseable, Duties {
    private static final Logger LOG = Logger.getLogger(Sharing.class);
    /** Ours: checks that were not looked after for longer should be asked by others. */
    private static final Duration OUT_OF_STEP = Duration.ofSeconds(3);

    private final Partnership partnership;
    private final Tools tools;
    private final Watch watch;
    private final Rota rota;
    private final Runnable news;
    private final Shift shift;

    /** {@code news} is called when others have some. */
    Sharing(Partnership partnership, Tools tools, Watch watch, Rota rota, Runnable news) {
        this.partnership = partnership;
        this.tools = tools;
        this.watch = watch;
        this.rota = rota;
        this.news = news;
        this.shift = new Shift("replica", partnership::round, tools.clock().nanos());
    }

    void open() {
        partnership.join(this, tools.figures());
        shift.openApart();
    }

    @Override
    public void ask(Predicate<CheckId> held) {
        rota.ask(held);
    }

    @Override
    public boolean isAble() {
        return !watch.ownSideFails();
    }

    @Override
    public boolean keepsPace() {
        return rota.silence().compareTo(OUT_OF_STEP) < 0;
    }

    @Override
    public void passed(String address, String message) {
        rota.passed(address, message);
    }

    @Override
    public void news() {
        news.run();
    }

    /** What is held is given up; if the database is away, others wait until it has run out. */
    @Override
    public void close() {
        shift.close();
        try {
            partnership.leave();
        } catch (StoreUnavailable away) {
            LOG.warnf("Nothing could be handed over, so others wait for it reason=\"%s\"", away.getMessage());
        }
    }
}
