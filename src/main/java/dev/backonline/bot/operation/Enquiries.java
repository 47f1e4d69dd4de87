package dev.backonline.bot.operation;

import dev.backonline.bot.alarm.Watchtower;
import dev.backonline.bot.pace.Shift;
import dev.backonline.bot.watch.Upkeep;
import dev.backonline.operator.Mailbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What an operation answers to whoever asks from outside. Blocks on nothing. */
public final class Enquiries {
    private final Rota rota;
    private final Backlog backlog;
    private final Watchtower tower;
    private final Shift deciding;
    private final Upkeep upkeep;

    Enquiries(Rota rota, Backlog backlog, Watchtower tower, Shift deciding, Upkeep upkeep) {
        this.rota = rota;
        this.backlog = backlog;
        this.tower = tower;
        this.deciding = deciding;
        this.upkeep = upkeep;
    }

    /** How long nothing was decided, or no check was looked after: both happen several times a second. */
    public Duration silence() {
        return Collections.max(List.of(deciding.silence(), rota.silence()));
    }

    /** Where what is told to the checks of an address is put; empty if none is told there. */
    public Optional<Mailbox> mailbox(String address) {
        return rota.mailbox(address);
    }

    /** How many deliveries wait for a person or for mended credentials. */
    public long held() {
        return backlog.held();
    }

    /** The channels whose credentials end soon. */
    public List<String> ending(Instant now) {
        return tower.ending(now);
    }

    /** The maintenances, to plan and to call off. */
    public Upkeep upkeep() {
        return upkeep;
    }
}
