package dev.backonline.bot.operation;

import dev.backonline.bot.pace.Pacer;
import dev.backonline.bot.pace.Strain;
import dev.backonline.bot.reception.Reception;
import dev.backonline.bot.watch.Watch;
import dev.backonline.catalog.ServiceId;
import dev.backonline.check.Check;
import dev.backonline.check.Observation;
import dev.backonline.config.BotConfig;
import dev.backonline.config.CheckPlan;
import dev.backonline.incident.Incident;
import dev.backonline.operator.Mailbox;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Has every check of the file asked at its own interval, or told, and hands the answers to the watch. */
final class Rota implements AutoCloseable {
    private final Pacer pacer;
    private final Strain strain;
    private final Tools tools;
    private final Consumer<Observation> record;
    private Optional<Reception> reception = Optional.empty();
    private Optional<Shift> looking = Optional.empty();

    /** {@code record} is given every answer, those of canaries too. */
    Rota(Tools tools, Consumer<Observation> record) {
        this.tools = tools;
        this.record = record;
        this.strain = new Strain(tools.clock().nanos(), new PaceFigures(tools.figures()));
        this.pacer = new Pacer(tools.clock().nanos(), Pacer.GRAIN, strain);
    }

    void open(BotConfig config, Watch watch) {
        config.services()
                .forEach(service -> service.checks().stream()
                        .filter(plan -> plan.address().isEmpty())
                        .forEach(plan -> ask(plan, watch::observed)));
        listen(config, watch);
        config.canaries().forEach(plan -> ask(plan, watch::canaryAnswered));
    }

    private void listen(BotConfig config, Watch watch) {
        var open = new Reception(config, troubled(), tools.clock(), (_, observation) -> {
            var here = observation.from(tools.location());
            count(here);
            watch.observed(here);
        });
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

    private void ask(CheckPlan<?> plan, Consumer<Observation> heard) {
        var check = plan.create(tools.wire());
        pacer.start(plan.id(), plan.every(), () -> heard.accept(asked(plan, check)));
    }

    private Observation asked(CheckPlan<?> plan, Check check) {
        var nanos = tools.clock().nanos();
        var started = nanos.getAsLong();
        var answer = check.ask();
        var came = nanos.getAsLong();
        var observation = new Observation(
                plan.id(),
                tools.location(),
                tools.clock().now(),
                Duration.ofNanos(came - started),
                strain.worth(answer, plan.timeout(), started, came));
        count(observation);
        return observation;
    }

    private void count(Observation observation) {
        tools.figures()
                .counter(
                        "backonline.observations",
                        "answer",
                        observation.answer().getClass().getSimpleName())
                .increment();
        record.accept(observation);
    }

    /** How long ago the checks were last looked after. */
    Duration silence() {
        var asked = pacer.silence();
        return looking.map(Shift::silence)
                .filter(heard -> heard.compareTo(asked) > 0)
                .orElse(asked);
    }

    @Override
    public void close() {
        looking.ifPresent(Shift::close);
        pacer.close();
    }
}
