package dev.backonline.bot.operation;

import dev.backonline.bot.pace.Shift;
import dev.backonline.channel.Clock;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.courier.Composer;
import dev.backonline.channel.courier.Courier;
import dev.backonline.channel.courier.Journal;
import dev.backonline.channel.courier.Line;
import dev.backonline.channel.courier.Round;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ChannelPlan;
import dev.backonline.message.Renderer;
import dev.backonline.message.Reporter;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Outbox;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** One courier for each channel, each on a shift of its own, so that none waits for another. */
final class Desks implements AutoCloseable {
    /** Ours: how often a network is asked who we are, so that credentials that end are known of before they are needed. */
    private static final Duration INTRODUCE_EVERY = Duration.ofHours(12);

    private static final Logger LOG = Logger.getLogger(Desks.class);
    /** Ours: a post may be in doubt for this long before it is looked for (DESIGN §5: 30 s after a crash). */
    private static final Duration SETTLE_AFTER_CRASH = Duration.ofSeconds(30);

    /** Ours: so much later than its lease a delivery is looked for whose owner vanished. */
    private static final Duration RECOVER_EVERY = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final LongSupplier nanos;
    private final List<Courier> couriers;
    private final List<Shift> shifts;
    private final Shift introductions;
    private final Shift recovery;
    private final Map<ChannelId, Supplier<Optional<Instant>>> endings = new HashMap<>();

    Desks(BotConfig config, Tools tools, Journal journal, Timekeeper timekeeper) {
        this.outbox = tools.store().outbox();
        var reporter = new Reporter(config.identity(), config.catalog());
        var renderer = new Renderer(config.languages().values());
        var composer = new Composer(
                reporter,
                renderer,
                config.identity().languages(),
                () -> UUID.randomUUID().toString());
        var means = new Round.Means(tools.owner(), tools.clock(), new SecureRandom(), journal);
        couriers = config.channels().stream()
                .map(plan -> courier(plan, tools, composer, means))
                .toList();
        nanos = tools.clock().nanos();
        shifts = couriers.stream()
                .map(courier -> new Shift("courier", () -> worked(courier, timekeeper), nanos))
                .toList();
        introductions = new Shift("introductions", this::introduced, nanos);
        recovery = new Shift("recovery", () -> recovered(tools.clock(), timekeeper), nanos);
    }

    private Duration recovered(Clock clock, Timekeeper timekeeper) {
        timekeeper.look();
        recover(clock.now(), false);
        return RECOVER_EVERY;
    }

    /** All at once, since one network may keep us waiting; on threads that end with it, as for half a day there is nothing more to ask. */
    private Duration introduced() {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            couriers.forEach(courier -> callers.execute(() -> introduce(courier)));
        }
        return INTRODUCE_EVERY;
    }

    private static void introduce(Courier courier) {
        try {
            courier.introduce();
        } catch (RuntimeException bug) {
            LOG.error("A bug of ours was met when a network was asked who we are", bug);
        }
    }

    private static Duration worked(Courier courier, Timekeeper timekeeper) {
        timekeeper.look();
        return courier.work();
    }

    /** When the credentials of each channel end: as the file says it, else as the network does. */
    Map<ChannelId, Supplier<Optional<Instant>>> endings() {
        return Map.copyOf(endings);
    }

    private Courier courier(ChannelPlan<?> plan, Tools tools, Composer composer, Round.Means means) {
        var keyring = tools.store().keyrings().of(plan.subscription().channel());
        var channel = plan.create(new Outfit(tools.wire(), keyring));
        endings.put(plan.subscription().channel(), () -> plan.expires().or(channel::ending));
        var line = new Line(plan.subscription(), plan.capabilities(), channel).live(plan.live());
        var settling = plan.settle().map(line::settling).orElse(line);
        return new Courier(settling, tools.store().outbox(), tools.store().incidents(), composer, means);
    }

    /** What was being sent by an owner that vanished is looked for; {@code everyOwner}: nobody else can be sending. */
    void recover(Instant now, boolean everyOwner) {
        var inDoubt = outbox.recover(now, now.plus(SETTLE_AFTER_CRASH), everyOwner);
        if (inDoubt > 0) {
            LOG.warnf("Deliveries were being sent when their owner vanished, and are looked for count=%d", inDoubt);
        }
    }

    void open() {
        shifts.forEach(Shift::open);
        introductions.open();
        recovery.open();
    }

    /** There is something to deliver. */
    void ring() {
        shifts.forEach(Shift::ring);
    }

    /** Waits for every delivery that is under way, all of them together no longer than this. */
    void end(Duration atMost) {
        close();
        var end = nanos.getAsLong() + atMost.toNanos();
        for (var shift : shifts) {
            if (!shift.end(Duration.ofNanos(Math.max(0, end - nanos.getAsLong())))) {
                LOG.warn("A delivery takes long, and is left to its lease: nobody else touches it meanwhile");
            }
        }
    }

    /** No new delivery is begun; one whose socket is being written is finished, or found again at the next start. */
    @Override
    public void close() {
        couriers.forEach(Courier::stop);
        introductions.close();
        recovery.close();
        shifts.forEach(Shift::close);
    }
}
