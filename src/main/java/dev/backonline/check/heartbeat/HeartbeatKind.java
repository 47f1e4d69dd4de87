package dev.backonline.check.heartbeat;

import com.google.auto.service.AutoService;
import dev.backonline.catalog.Secret;
import dev.backonline.check.CheckKind;
import dev.backonline.check.Notice;
import dev.backonline.check.Receiving;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks of type {@code heartbeat}. */
@SuppressWarnings("rawtypes") // an annotation cannot name CheckKind<HeartbeatSettings>
@AutoService(CheckKind.class)
@RegisterForReflection
public final class HeartbeatKind implements Receiving<HeartbeatSettings, Pulse> {
    /** Ours: a reason should stay one line in a log. */
    private static final int LONGEST_REASON = 200;

    @Override
    public String type() {
        return "heartbeat";
    }

    @Override
    public Class<HeartbeatSettings> settings() {
        return HeartbeatSettings.class;
    }

    @Override
    public List<String> mistakes(HeartbeatSettings settings) {
        var mistakes = new ArrayList<>(Receiving.complaints(settings.token()));
        settings.within()
                .filter(it -> !it.isPositive())
                .ifPresent(_ -> mistakes.add("within should be longer than 0s"));
        return mistakes;
    }

    @Override
    public String address(HeartbeatSettings settings) {
        return "heartbeat/" + settings.id();
    }

    @Override
    public boolean sharesAddress() {
        return false;
    }

    @Override
    public Secret token(HeartbeatSettings settings) {
        return settings.token();
    }

    @Override
    public List<String> methods() {
        return List.of("GET", "HEAD", "POST");
    }

    /** A job may send its whole log; its first line is kept. */
    @Override
    public int worthKeeping() {
        return 4 * LONGEST_REASON;
    }

    @Override
    public Set<String> idleKeys() {
        return Set.of("timeout");
    }

    /** The paths are those that people know from healthchecks.io, with `/success` besides. */
    @Override
    public Heard<Pulse> read(String address, Notice notice) {
        var rest = notice.rest().replaceFirst("^/", "");
        return switch (rest) {
            case "", "success", "0" -> new News<>(new Pulse.Succeeded());
            case "start" -> new News<>(new Pulse.Started());
            case "fail" -> failed("said that it failed", notice);
            default -> isStatus(rest) ? failed("ended with status " + rest, notice) : unknown();
        };
    }

    /** What POSIX gives a program to end with. */
    private static boolean isStatus(String text) {
        return text.matches("[1-9]\\d{0,2}") && Integer.parseInt(text) <= 255;
    }

    private static Heard<Pulse> failed(String what, Notice notice) {
        var line = notice.body().strip().lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
        var quoted = line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
        return new News<>(new Pulse.Failed(quoted.isBlank() ? what : what + ": " + quoted));
    }

    private static Heard<Pulse> unknown() {
        return new Nonsense<>(
                Fault.PATH, "after the id there should be nothing, or /start, /success, /fail or an exit status");
    }

    @Override
    public HeartbeatInbox inbox(HeartbeatSettings settings, Opening opening) {
        return HeartbeatInbox.empty(settings, opening);
    }
}
