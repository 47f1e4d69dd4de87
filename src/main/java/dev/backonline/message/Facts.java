package dev.backonline.message;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** All that a public text may contain: there is no other way into a template. {@code at} is when it is said, {@code detail}
 * what a person has to say, {@code title} what a maintenance is called. */
public record Facts(
        List<String> services,
        String page,
        URI url,
        ZoneId zone,
        Instant at,
        Instant since,
        Optional<Instant> until,
        Optional<Duration> nextUpdate,
        Optional<String> workaround,
        Optional<String> detail,
        Optional<String> title) {
    public Facts {
        services = List.copyOf(services);
    }

    /** Without a person's words. */
    public Facts(
            List<String> services,
            String page,
            URI url,
            ZoneId zone,
            Instant at,
            Instant since,
            Optional<Instant> until,
            Optional<Duration> nextUpdate,
            Optional<String> workaround) {
        this(services, page, url, zone, at, since, until, nextUpdate, workaround, Optional.empty(), Optional.empty());
    }

    /** The same with a person's words. */
    public Facts saying(String words) {
        return new Facts(
                services, page, url, zone, at, since, until, nextUpdate, workaround, Optional.of(words), title);
    }

    /** The same with a title. */
    public Facts entitled(String name) {
        return new Facts(
                services, page, url, zone, at, since, until, nextUpdate, workaround, detail, Optional.of(name));
    }

    /** The same, read at another time. */
    Facts readOn(Instant time) {
        return new Facts(services, page, url, zone, time, since, until, nextUpdate, workaround, detail, title);
    }

    /** The same without what a text can do without. */
    Facts essential() {
        return new Facts(
                services, page, url, zone, at, since, until, Optional.empty(), Optional.empty(), detail, title);
    }
}
