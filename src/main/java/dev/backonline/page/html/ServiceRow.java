package dev.backonline.page.html;

import dev.backonline.catalog.Service;
import dev.backonline.page.Narrator;
import dev.backonline.page.Tone;
import dev.backonline.verdict.history.Past;
import io.quarkus.qute.RawString;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** A service on the first page: its state, and what is remembered of it, if anything is. */
@RegisterForReflection
record ServiceRow(String name, String path, String tone, String word, List<Memory> memory) {

    /** The last days, and how fast it answers; {@code uptime} and {@code plots} are empty where nothing is known. */
    @RegisterForReflection
    record Memory(RawString bars, String uptime, List<Plot> plots) {}

    /** A plot with its axes: {@code newest} is the last value, {@code most} the end of the axis. */
    @RegisterForReflection
    record Plot(RawString svg, String newest, String most) {
        static List<Plot> of(LatencyPlot plot) {
            return plot.isEmpty() ? List.of() : List.of(new Plot(plot.svg(), plot.newest(), plot.most()));
        }
    }

    static ServiceRow of(Narrator narrator, Service service) {
        var memory = narrator.model().history(service.id()).stream()
                .map(past -> memory(narrator, past))
                .toList();
        return row(narrator, service, memory);
    }

    /** Without its past, which is on its own page: one among very many. */
    static ServiceRow brief(Narrator narrator, Service service) {
        return row(narrator, service, List.of());
    }

    private static ServiceRow row(Narrator narrator, Service service, List<Memory> memory) {
        var tone = Tone.of(narrator.model().state(service.id())).key();
        return new ServiceRow(
                service.name().in(narrator.locale()),
                path(narrator, service),
                tone,
                narrator.word("state-" + tone),
                memory);
    }

    static String path(Narrator narrator, Service service) {
        return Frame.path(narrator, "services/" + service.id());
    }

    static Memory memory(Narrator narrator, Past past) {
        var bar = new UptimeBar(narrator, past);
        return new Memory(bar.svg(), bar.uptime(), Plot.of(new LatencyPlot(narrator, past.latencies())));
    }
}
