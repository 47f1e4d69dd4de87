package dev.backonline.bot.reception;

import dev.backonline.catalog.Secret;
import dev.backonline.check.Notice;
import dev.backonline.check.Receiving;
import dev.backonline.operator.Mailbox;
import dev.backonline.operator.Throttle;
import dev.backonline.operator.door.Pass;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The checks of one kind that are told at one address, by the tokens that they are told with. */
final class Letterbox<N> implements Mailbox {
    /** Ours: more than any sender has to say, and little work. */
    private static final int BURST = 200;

    private static final Duration EVERY = Duration.ofMillis(50);

    private final String address;
    private final Receiving<?, N> kind;
    private final Listening listening;
    private final List<Door<N>> doors;

    Letterbox(
            String address,
            Receiving<?, N> kind,
            Map<Secret, List<Told<N>>> checks,
            Listening listening,
            LongSupplier nanos) {
        this.address = address;
        this.kind = kind;
        this.listening = listening;
        this.doors = checks.entrySet().stream()
                .map(entry -> new Door<>(
                        Pass.of(entry.getKey().value()), new Throttle(BURST, EVERY, nanos), entry.getValue()))
                .toList();
    }

    /** Those that are told with the same token. */
    private record Door<N>(Pass pass, Throttle throttle, List<Told<N>> checks) {}

    @Override
    public List<String> methods() {
        return kind.methods();
    }

    @Override
    public int worthKeeping() {
        return kind.worthKeeping();
    }

    @Override
    public Admission admits(String token) {
        return door(token)
                .map(door -> door.throttle().passes() ? Admission.WELCOME : Admission.TOO_OFTEN)
                .orElse(Admission.STRANGER);
    }

    /** All doors are tried, so that the time doesn't tell which one was nearly right. */
    private Optional<Door<N>> door(String token) {
        var shown = Pass.of(token);
        return doors.stream().filter(door -> door.pass().opensWith(shown)).toList().stream()
                .findFirst();
    }

    @Override
    public Receipt put(String token, Notice notice) {
        return switch (kind.read(address, notice)) {
            case Receiving.News<N>(var news) -> new Receipt.Accepted(tell(token, news));
            case Receiving.Nonsense<N>(var fault, var why) -> new Receipt.Refused(fault, why);
        };
    }

    private int tell(String token, N news) {
        var now = listening.time();
        var told = door(token).map(Door::checks).orElse(List.of());
        return (int) told.stream().filter(check -> check.hear(news, now)).count();
    }

    void look(Duration now) {
        doors.forEach(door -> door.checks().forEach(check -> check.look(now, Receiving.AFFIRMED_EVERY)));
    }
}
