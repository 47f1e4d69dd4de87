package dev.backonline.page.feed;

import dev.backonline.catalog.ServiceId;
import dev.backonline.incident.Incident;
import dev.backonline.page.Narrator;
import dev.backonline.page.Planned;
import dev.backonline.page.calendar.Announcements;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All that feeds in one language tell, said once for all of them: the newest first. */
record Entries(List<Mention> all) {
    /** As many as Statuspage's feeds have. */
    private static final int MOST = 50;

    /** One incident or maintenance; times are RFC 3339, {@code rfc822} those of RSS. */
    @RegisterForReflection
    record FeedEntry(
            String id, String title, String link, String published, String updated, String rfc822, String content) {}

    /** An entry, when it was published and last updated, and the services that it is about. */
    record Mention(FeedEntry entry, Instant published, Instant updated, List<ServiceId> services) {}

    static Entries of(Narrator narrator, Announcements announcements) {
        var incidents = narrator.model().incidents().stream().map(incident -> told(narrator, incident));
        var maintenances = narrator.model().maintenances().stream()
                .map(planned ->
                        told(narrator, planned, announcements.created(planned), announcements.updated(planned)));
        return new Entries(Stream.concat(incidents, maintenances)
                .sorted(Comparator.comparing(Mention::published).reversed())
                .toList());
    }

    List<Mention> about(Scope scope) {
        return all.stream()
                .filter(told -> scope.isAbout(told.services()))
                .limit(MOST)
                .toList();
    }

    /** A name for ever: RFC 4151. */
    static String tag(Narrator narrator, String rest) {
        var host = narrator.model().identity().url().getHost();
        return "tag:" + (host == null ? "localhost" : host) + ",2005" + rest;
    }

    private static Mention told(Narrator narrator, Incident incident) {
        var published = incident.publishedAt();
        var updated = incident.latest().at();
        var timepiece = narrator.timepiece();
        var entry = new FeedEntry(
                tag(narrator, ":Incident/" + incident.id()),
                narrator.title(incident),
                narrator.address(incident),
                timepiece.machine(published),
                timepiece.machine(updated),
                timepiece.mail(published),
                EntryText.of(narrator, incident));
        return new Mention(entry, published, updated, incident.all());
    }

    private static Mention told(Narrator narrator, Planned planned, Instant published, Instant updated) {
        var timepiece = narrator.timepiece();
        var maintenance = planned.maintenance();
        var entry = new FeedEntry(
                tag(narrator, ":Maintenance/" + maintenance.id()),
                planned.title(narrator.locale()),
                narrator.model().identity().at("#" + maintenance.id()).toString(),
                timepiece.machine(published),
                timepiece.machine(updated),
                timepiece.mail(published),
                EntryText.of(narrator, planned, updated));
        return new Mention(entry, published, updated, maintenance.services());
    }
}
