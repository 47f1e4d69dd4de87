package dev.backonline.operator.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.MaintenanceId;
import dev.backonline.catalog.Translated;
import io.vertx.core.http.HttpMethod;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The maintenances over HTTP, for operators: {@code /operator/maintenance}. */
public final class MaintenanceRoutes {
    private static final String PATH = "/operator/maintenance";

    private final Means means;

    /** Plans maintenances while the bot runs. Gives what is wrong, if anything; blocks on the database. */
    public interface Caretaker {
        /** The earliest first. */
        List<Maintenance> known();

        Optional<String> plan(Maintenance maintenance);

        Optional<String> callOff(MaintenanceId maintenance);
    }

    /** Who plans (nobody before the bot has started), for which services, and by which zone and clock times are read. */
    public record Means(
            Supplier<Optional<Caretaker>> caretaker,
            Supplier<Catalog> catalog,
            Supplier<ZoneId> zone,
            InstantSource clock) {}

    public MaintenanceRoutes(Means means) {
        this.means = means;
    }

    public void mount(Hatch hatch) {
        hatch.show(PATH, _ -> attended(this::list));
        hatch.obey(HttpMethod.POST, PATH, _ -> "schedule a maintenance", visit -> attended(one -> planned(one, visit)));
        hatch.obey(
                HttpMethod.POST,
                PATH + "/:id/cancel",
                visit -> "cancel maintenance " + visit.parameter("id"),
                visit -> attended(one -> calledOff(one, visit.parameter("id"))));
    }

    private Said attended(Function<Caretaker, Said> answer) {
        try {
            return means.caretaker().get().map(answer).orElseGet(Said::tooEarly);
        } catch (IllegalArgumentException mistake) {
            return Said.mistaken(mistake);
        }
    }

    private Said list(Caretaker caretaker) {
        var body = JsonNodeFactory.instance.objectNode();
        var maintenances = body.putArray("maintenances");
        caretaker.known().forEach(one -> maintenances.add(json(one)));
        return Said.shown(body);
    }

    private Said planned(Caretaker caretaker, Visit visit) {
        var planned = new MaintenanceForm(
                        visit.body(), means.catalog().get(), means.zone().get())
                .read(means.clock().instant());
        return caretaker
                .plan(planned)
                .map(wrong -> Said.error(409, "the maintenance %s; nothing was done".formatted(wrong)))
                .orElseGet(() -> Said.done(json(planned), "scheduled " + planned.id()));
    }

    private static Said calledOff(Caretaker caretaker, String id) {
        return caretaker
                .callOff(new MaintenanceId(id))
                .map(wrong -> Said.error(409, "maintenance '%s' %s; nothing was done".formatted(id, wrong)))
                .orElseGet(() -> Said.done(JsonNodeFactory.instance.objectNode().put("id", id), "called off " + id));
    }

    private ObjectNode json(Maintenance maintenance) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", maintenance.id().value());
        node.put("stage", maintenance.stage(means.clock().instant()).name().toLowerCase(Locale.ROOT));
        node.put("start", maintenance.start().toString());
        node.put("end", maintenance.end().toString());
        var services = node.putArray("services");
        maintenance.services().forEach(service -> services.add(service.value()));
        put(node.putObject("title"), maintenance.title());
        maintenance.detail().ifPresent(detail -> put(node.putObject("detail"), detail));
        maintenance
                .ahead()
                .ifPresent(ahead ->
                        node.put("told_from", maintenance.start().minus(ahead).toString()));
        return node;
    }

    /** By language; a text for all languages is under "all". */
    private static void put(ObjectNode texts, Translated translated) {
        translated
                .texts()
                .forEach((language, text) ->
                        texts.put(language.equals(Locale.ROOT) ? "all" : language.toLanguageTag(), text));
    }
}
