package dev.backonline.operator.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.incident.Command;
import dev.backonline.incident.Desk;
import dev.backonline.incident.Desk.Reply;
import dev.backonline.incident.IncidentBook;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Restraint;
import dev.backonline.incident.alarm.AlarmBook;
import dev.backonline.operator.command.Galleys.Pull;
import dev.backonline.outbox.Outbox;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The incidents over HTTP, for operators: what happens and why under {@code /operator/incidents}, and the commands on it. */
public final class IncidentRoutes {
    private static final String PATH = "/operator/incidents";
    private static final String MUTE = "/operator/mute";
    /** After the path of a command: what it would have told. */
    private static final String PREVIEW = "/preview";

    /** Ours: as many as the page shows. */
    private static final int MOST = 50;

    private final Means means;

    /** Where it is read, who obeys, and who shows beforehand what would be told; nobody does so before the bot has started. */
    public record Means(
            IncidentBook book,
            AlarmBook alarms,
            Restraint.Book restraint,
            Outbox outbox,
            Supplier<Optional<Desk>> desk,
            Supplier<Optional<Galleys>> galleys) {}

    public IncidentRoutes(Means means) {
        this.means = means;
    }

    public void mount(Hatch hatch) {
        hatch.show(PATH, _ -> list());
        hatch.show(PATH + "/:id", visit -> attempted(() -> one(visit)));
        hatch.obey(HttpMethod.POST, PATH, _ -> "open an incident", visit -> ordered(visit, OrderForm::post));
        hatch.weigh(PATH + PREVIEW, visit -> previewed(visit, OrderForm::post));
        obey(hatch, "post", OrderForm::post);
        obey(hatch, "resolve", (form, incident) -> form.resolve(incident.orElseThrow()));
        obey(hatch, "correct", (form, incident) -> form.correct(incident.orElseThrow()));
        obey(hatch, "approve", (form, incident) -> form.approve(incident.orElseThrow()));
        obey(hatch, "reject", (form, incident) -> form.reject(incident.orElseThrow()));
        hatch.show(MUTE, _ -> mute());
        hatch.obey(HttpMethod.POST, MUTE, _ -> "mute", visit -> ordered(visit, (form, _) -> form.mute()));
        hatch.obey(HttpMethod.DELETE, MUTE, _ -> "unmute", visit -> ordered(visit, (form, _) -> form.unmute()));
    }

    private void obey(Hatch hatch, String verb, BiFunction<OrderForm, Optional<IncidentId>, Command> command) {
        hatch.obey(
                HttpMethod.POST,
                PATH + "/:id/" + verb,
                visit -> "%s incident %s".formatted(verb, visit.parameter("id")),
                visit -> ordered(visit, command));
        hatch.weigh(PATH + "/:id/" + verb + PREVIEW, visit -> previewed(visit, command));
    }

    private Said list() {
        var body = JsonNodeFactory.instance.objectNode();
        var restraint = means.restraint().restraint();
        var incidents = body.putArray("incidents");
        means.book().newest(MOST).forEach(incident -> incidents.add(IncidentView.brief(incident)));
        var drafts = body.putArray("drafts");
        restraint.drafts().forEach(draft -> drafts.add(IncidentView.of(draft)));
        restraint.mute().ifPresent(mute -> body.set("mute", IncidentView.of(mute)));
        var alarms = body.putArray("alarms");
        means.alarms().standing().forEach(standing -> alarms.add(IncidentView.alarm(standing.story())));
        return Said.shown(body);
    }

    private Said one(Visit visit) {
        var id = OrderForm.incident(visit.parameter("id"));
        return means.book()
                .find(id)
                .map(incident ->
                        Said.shown(IncidentView.whole(incident, means.outbox().of(id))))
                .orElseGet(() -> Said.error(404, "there is no incident " + id));
    }

    private Said mute() {
        var body = JsonNodeFactory.instance.objectNode();
        means.restraint().restraint().mute().ifPresent(mute -> body.set("mute", IncidentView.of(mute)));
        return Said.shown(body);
    }

    private Said ordered(Visit visit, BiFunction<OrderForm, Optional<IncidentId>, Command> command) {
        return attempted(() -> submitted(read(visit, command)));
    }

    private Said previewed(Visit visit, BiFunction<OrderForm, Optional<IncidentId>, Command> command) {
        return attempted(() -> pulled(read(visit, command)));
    }

    private static Command read(Visit visit, BiFunction<OrderForm, Optional<IncidentId>, Command> command) {
        var incident = Optional.ofNullable(visit.context().pathParam("id")).map(OrderForm::incident);
        return command.apply(new OrderForm(visit.operator(), visit.body()), incident);
    }

    private Said submitted(Command command) {
        return means.desk().get().map(desk -> answered(desk.submit(command))).orElseGet(Said::tooEarly);
    }

    private Said pulled(Command command) {
        return means.galleys()
                .get()
                .map(galleys -> switch (galleys.pull(command)) {
                    case Pull.Drawn told -> Said.shown(IncidentView.of(told));
                    case Pull.Refused(var why) -> Said.error(409, why);
                })
                .orElseGet(Said::tooEarly);
    }

    private static Said answered(Reply reply) {
        return switch (reply) {
            case Reply.Done(var incident, var notes) -> {
                var body = JsonNodeFactory.instance.objectNode();
                incident.ifPresent(id -> body.put("incident", id.value()));
                var said = body.putArray("notes");
                notes.forEach(said::add);
                yield Said.done(body, ("done " + incident.map(IncidentId::value).orElse("")).strip());
            }
            case Reply.Refused(var why) -> Said.error(409, why);
        };
    }

    private static Said attempted(Supplier<Said> attempt) {
        try {
            return attempt.get();
        } catch (IllegalArgumentException mistake) {
            return Said.mistaken(mistake);
        }
    }
}
