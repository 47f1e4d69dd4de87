package dev.backonline.channel.courier;

import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Outbox;

/** Finds out what became of a delivery that may have arrived, each class of network in its own way. */
record Inquiry(Line line, Outbox outbox, Round round) {

    void into(Delivery unknown) {
        var now = round.now();
        switch (line.repeat(unknown)) {
            case Repeat.Same _ -> round.step(unknown, unknown.repeat(now, "a repeat is the same post"));
            case Repeat.Keyed _, Repeat.LookUp _ -> lookUp(unknown);
            case Repeat.Blind(var policy) ->
                round.step(unknown, round.aftermath().blind(unknown, policy, now));
        }
    }

    private void lookUp(Delivery unknown) {
        unknown.frozen()
                .ifPresent(frozen -> round.step(unknown, unknown.leased(round.lease(unknown)))
                        .ifPresent(leased -> lookUp(leased, frozen)));
    }

    private void lookUp(Delivery leased, Frozen frozen) {
        var begun = round.now();
        var sighting = line.channel().lookUp(frozen, id -> outbox.isPosted(line.id(), id), begun);
        round.journal().lookedUp(leased, begun, sighting);
        round.gate().heard(sighting);
        round.step(leased, round.aftermath().of(leased, sighting, round.now()));
    }
}
