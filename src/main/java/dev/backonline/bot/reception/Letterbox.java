package dev.backonline.bot.reception;

import dev.backonline.catalog.Secret;
import dev.backonline.check.CheckId;
import dev.backonline.check.Notice;
import dev.backonline.check.Receiving;
import dev.backonline.operator.Mailbox;
import dev.backonline.operator.Throttle;
import dev.backonline.operator.door.Pass;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The checks of one kind that are told at one address, by the tokens that they are told with. */
final class Letterbox<N> implements Mailbox {
    /** Ours: more than any sender has to say, and little work. */
    private static final int BURST = 200;

    private static final Duration EVERY = Duration.ofMillis(50);

    private final String address;
    private final Receiving<?, N> kind;
    private final Listening listening;
    private final BiConsumer<String, Relayed> passing;
    private final List<Door<N>> doors;

    /** {@code passing} is given what others should hear too. */
    Letterbox(
            String address,
            Receiving<?, N> kind,
            Map<Secret, List<Told<N>>> checks,
            Listening listening,
            BiConsumer<String, Relayed> passing) {
        this.address = address;
        this.kind = kind;
        this.listening = listening;
        this.passing = passing;
        this.doors = checks.entrySet().stream()
                .map(entry -> new Door<>(
                        Pass.of(entry.getKey().value()),
                        new Throttle(BURST, EVERY, listening.nanos()),
                        entry.getValue()))
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
            case Receiving.News<N>(var news) -> new Receipt.Accepted(tell(token, news, notice));
            case Receiving.Nonsense<N>(var fault, var why) -> new Receipt.Refused(fault, why);
        };
    }

    private int tell(String token, N news, Notice notice) {
        var told = door(token).map(Door::checks).orElse(List.of());
        var concerned = heard(told.stream(), news);
        if (!concerned.isEmpty()) {
            passing.accept(address, new Relayed(concerned, notice));
        }
        return concerned.size();
    }

    private List<CheckId> heard(Stream<Told<N>> checks, N news) {
        var now = listening.time();
        return checks.filter(check -> check.hear(news, now)).map(Told::check).toList();
    }

    /** Another process was told this. */
    void hear(Relayed message) {
        if (kind.read(address, message.notice()) instanceof Receiving.News<N>(var news)) {
            heard(
                    doors.stream()
                            .flatMap(door -> door.checks().stream())
                            .filter(check -> message.checks().contains(check.check())),
                    news);
        }
    }

    /** What was told here before is still known to the checks that have not changed. */
    void resume(Letterbox<?> former) {
        doors.stream()
                .flatMap(door -> door.checks().stream())
                .forEach(check -> former.doors.stream()
                        .flatMap(door -> door.checks().stream())
                        .forEach(check::resume));
    }

    void look(Duration now) {
        doors.forEach(door -> door.checks().forEach(check -> check.look(now, Receiving.AFFIRMED_EVERY)));
    }
}
