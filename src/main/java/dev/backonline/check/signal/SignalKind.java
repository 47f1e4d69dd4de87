package dev.backonline.check.signal;

import com.google.auto.service.AutoService;
import dev.backonline.catalog.Secret;
import dev.backonline.check.CheckKind;
import dev.backonline.check.Notice;
import dev.backonline.check.Receiving;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Checks of type {@code signal}. */
@SuppressWarnings("rawtypes") // an annotation cannot name CheckKind<SignalSettings>
@AutoService(CheckKind.class)
@RegisterForReflection
public final class SignalKind implements Receiving<SignalSettings, List<Alert>> {
    @Override
    public String type() {
        return "signal";
    }

    @Override
    public Class<SignalSettings> settings() {
        return SignalSettings.class;
    }

    @Override
    public List<String> mistakes(SignalSettings settings) {
        var mistakes = new ArrayList<>(Receiving.complaints(settings.token()));
        if (!settings.ttl().isPositive()) {
            mistakes.add("ttl should be longer than 0s");
        }
        if (settings.from() != Sender.CLOUDEVENTS) {
            settings.firing().ifPresent(_ -> mistakes.add("firing should be left out, unless from is 'cloudevents'"));
            settings.resolved()
                    .ifPresent(_ -> mistakes.add("resolved should be left out, unless from is 'cloudevents'"));
        }
        return mistakes;
    }

    @Override
    public String address(SignalSettings settings) {
        return settings.from().address();
    }

    @Override
    public boolean sharesAddress() {
        return true;
    }

    @Override
    public Secret token(SignalSettings settings) {
        return settings.token();
    }

    @Override
    public List<String> methods() {
        return List.of("POST");
    }

    /** All of it, as far as the endpoint takes it: an alert that is cut away would not be heard. */
    @Override
    public int worthKeeping() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Set<String> idleKeys() {
        return Set.of("every", "timeout");
    }

    @Override
    public Heard<List<Alert>> read(String address, Notice notice) {
        if (!notice.rest().isEmpty() && !notice.rest().equals("/")) {
            return new Nonsense<>(Fault.PATH, "after the name of the sender there should be nothing");
        }
        var sender = Arrays.stream(Sender.values())
                .filter(one -> one.address().equals(address))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody sends to '%s'".formatted(address)));
        return sender == Sender.CLOUDEVENTS ? CloudEventsReader.read(notice) : AlertsReader.read(sender, notice);
    }

    @Override
    public SignalInbox inbox(SignalSettings settings, Opening opening) {
        return SignalInbox.empty(settings, opening);
    }
}
