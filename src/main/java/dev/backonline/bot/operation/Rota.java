package dev.backonline.bot.operation;

import dev.backonline.bot.pace.Pacer;
import dev.backonline.bot.watch.Watch;
import dev.backonline.check.Check;
import dev.backonline.check.Observation;
import dev.backonline.config.BotConfig;
import dev.backonline.config.CheckPlan;
import java.time.Duration;
import java.util.function.Consumer;

/** Has every check of the file asked at its own interval, and hands the answers to the watch. */
final class Rota implements AutoCloseable {
    private final Pacer pacer;
    private final Tools tools;

    Rota(Tools tools) {
        this.tools = tools;
        this.pacer = new Pacer(tools.clock().nanos(), Pacer.GRAIN, new PaceFigures(tools.figures()));
    }

    void open(BotConfig config, Watch watch) {
        config.services().stream()
                .flatMap(service -> service.checks().stream())
                .forEach(plan -> ask(plan, watch::observed));
        config.canaries().forEach(plan -> ask(plan, watch::canaryAnswered));
    }

    private void ask(CheckPlan<?> plan, Consumer<Observation> heard) {
        var check = plan.create(tools.wire());
        pacer.start(plan.id(), plan.every(), () -> heard.accept(asked(plan, check)));
    }

    private Observation asked(CheckPlan<?> plan, Check check) {
        var nanos = tools.clock().nanos();
        var started = nanos.getAsLong();
        var answer = check.ask();
        var took = Duration.ofNanos(nanos.getAsLong() - started);
        tools.figures()
                .counter("backonline.observations", "answer", answer.getClass().getSimpleName())
                .increment();
        return new Observation(plan.id(), tools.location(), tools.clock().now(), took, answer);
    }

    /** How long ago the checks were last looked after. */
    Duration silence() {
        return pacer.silence();
    }

    @Override
    public void close() {
        pacer.close();
    }
}
