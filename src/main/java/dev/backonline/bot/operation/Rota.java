package dev.backonline.bot.operation;

import dev.backonline.bot.pace.Shift;
import dev.backonline.bot.pace.Tempo;
import dev.backonline.bot.reception.Reception;
import dev.backonline.bot.reload.Inheritance;
import dev.backonline.bot.watch.Borders;
import dev.backonline.bot.watch.Watch;
import dev.backonline.catalog.ServiceId;
import dev.backonline.check.Check;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.config.BotConfig;
import dev.backonline.config.CheckPlan;
import dev.backonline.incident.Incident;
import dev.backonline.operator.Mailbox;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Has the checks of the file asked at their own intervals, or told, and hands the answers to the watch. */
final class Rota implements AutoCloseable {
    private final BotConfig config;
    private final Tools tools;
    private final Watch watch;
    private final Hearers hearers;
    private final Tempo tempo;
    private final Map<CheckId, Routine> questions = new LinkedHashMap<>();
    private volatile Set<CheckId> asked = Set.of();
    private volatile Set<CheckId> borrowed = Set.of();
    private volatile boolean left;
    private Optional<Reception> reception;
    private Optional<Shift> looking = Optional.empty();

    /** What is asked, and how often. */
    private record Routine(CheckPlan<?> plan, Runnable question) {}

    /** {@code answers} is given every answer, those of canaries too; {@code notices} what was told at an address, for other processes. */
    record Hearers(Consumer<Observation> answers, BiConsumer<String, String> notices) {}

    /** Goes on at the pace that was left to it, and with what checks were told before. */
    Rota(BotConfig config, Tools tools, Watch watch, Hearers hearers, Inheritance inheritance) {
        this.config = config;
        this.tools = tools;
        this.watch = watch;
        this.hearers = hearers;
        this.tempo =
                inheritance.tempo().orElseGet(() -> Tempo.begun(tools.clock().nanos(), tools.figures()));
        this.reception = inheritance.reception();
    }

    /** From now on canaries are asked, and checks that are told may be; no other is asked before {@link #ask}. */
    void open() {
        config.services()
                .forEach(service -> service.checks().stream()
                        .filter(plan -> plan.address().isEmpty())
                        .forEach(plan -> questions.put(plan.id(), question(plan))));
        listen();
        config.canaries().forEach(plan -> {
            var check = plan.create(tools.wire());
            tempo.pacer().start(plan.id(), plan.every(), () -> watch.canaryAnswered(counted(answer(plan, check))));
        });
    }

    /** An answer that comes after somebody else was charged with asking is not ours any more. */
    private Routine question(CheckPlan<?> plan) {
        var check = plan.create(tools.wire());
        return new Routine(plan, () -> {
            var answer = answer(plan, check);
            if (asked.contains(plan.id())) {
                watch.observed(counted(answer));
            } else if (borrowed.contains(plan.id())) {
                watch.canaryAnswered(answer);
            }
        });
    }

    /** These are asked from now on, and no others but for those that vouch for our own side. By one thread. */
    void ask(Predicate<CheckId> which) {
        var before = Stream.concat(asked.stream(), borrowed.stream()).collect(Collectors.toSet());
        asked = questions.keySet().stream().filter(which).collect(Collectors.toUnmodifiableSet());
        borrowed = Borders.borrowed(config, asked::contains);
        var now = Stream.concat(asked.stream(), borrowed.stream()).collect(Collectors.toSet());
        var kept = Stream.concat(now.stream(), config.canaries().stream().map(CheckPlan::id));
        tempo.pacer().retain(kept.collect(Collectors.toSet()));
        watch.asks(now, before.stream().filter(check -> !asked.contains(check)).collect(Collectors.toSet()));
        questions.forEach((check, question) -> {
            if (now.contains(check) && !before.contains(check)) {
                tempo.pacer().start(check, question.plan().every(), question.question());
            }
        });
    }

    private void listen() {
        var open = new Reception(
                config,
                new Reception.Before(troubled(), reception),
                tools.clock(),
                (_, observation) -> watch.observed(counted(observation.from(tools.location()))),
                hearers.notices());
        reception = Optional.of(open);
        looking = Optional.of(new Shift("reception", open::look, tools.clock().nanos()).open());
    }

    private Set<ServiceId> troubled() {
        return tools.store().incidents().live(tools.clock().now()).stream()
                .filter(Incident::isOpen)
                .flatMap(incident -> incident.all().stream())
                .collect(Collectors.toSet());
    }

    /** Where what is told to the checks of an address is put. */
    Optional<Mailbox> mailbox(String address) {
        return reception.flatMap(open -> open.mailbox(address));
    }

    /** Another process was told this at an address. */
    void passed(String address, String message) {
        reception.ifPresent(open -> open.hear(address, message));
    }

    private Observation answer(CheckPlan<?> plan, Check check) {
        var nanos = tools.clock().nanos();
        var started = nanos.getAsLong();
        var answer = check.ask();
        var came = nanos.getAsLong();
        return new Observation(
                plan.id(),
                tools.location(),
                tools.clock().now(),
                Duration.ofNanos(came - started),
                tempo.strain().worth(answer, plan.timeout(), started, came));
    }

    private Observation counted(Observation observation) {
        tools.figures()
                .counter(
                        "backonline.observations",
                        "answer",
                        observation.answer().getClass().getSimpleName())
                .increment();
        hearers.answers().accept(observation);
        return observation;
    }

    /** How long ago the checks were last looked after. */
    Duration silence() {
        var paced = tempo.pacer().silence();
        return looking.map(Shift::silence)
                .filter(heard -> heard.compareTo(paced) > 0)
                .orElse(paced);
    }

    /** Learns nothing more. If the pace is {@code kept}, the checks go on being asked, for another one to hear the answers. */
    Optional<Tempo> retire(boolean kept) {
        asked = Set.of();
        borrowed = Set.of();
        left = kept;
        close();
        return Optional.of(tempo).filter(_ -> kept);
    }

    /** All that is told to checks; empty before it is open. */
    Optional<Reception> reception() {
        return reception;
    }

    @Override
    public void close() {
        looking.ifPresent(Shift::close);
        if (!left) {
            tempo.pacer().close();
        }
    }
}
