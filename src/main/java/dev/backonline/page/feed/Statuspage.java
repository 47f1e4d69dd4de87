package dev.backonline.page.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;

/** The documents of Statuspage's API, version 2, field by field. Dates are RFC 3339 with milliseconds, ids {@code [a-z0-9]{12}}. */
@RegisterForReflection
final class Statuspage {
    private Statuspage() {}

    /** Whose documents they are: part of each. */
    record Page(String id, String name, String url, String timeZone, String updatedAt) {}

    /** All in one word: {@code none}, {@code minor}, {@code major} or {@code critical}. */
    record Headline(String indicator, String description) {}

    /** A service, or a group of them, which also lists the ids of its own. */
    record Component(
            String id,
            String name,
            String status,
            String createdAt,
            String updatedAt,
            int position,
            Optional<String> groupId,
            String pageId,
            boolean group,
            @JsonUnwrapped Unused unused,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> components) {}

    /** Fields that clients expect and that we have nothing to say in. */
    record Unused(
            Optional<String> description, boolean showcase, Optional<String> startDate, boolean onlyShowIfDegraded) {
        static final Unused UNUSED = new Unused(Optional.empty(), false, Optional.empty(), false);
    }

    /** An incident with its updates, the newest first. */
    record Trouble(
            String id,
            String name,
            String status,
            @JsonUnwrapped Dates times,
            String impact,
            String shortlink,
            String pageId,
            List<TroubleUpdate> incidentUpdates,
            List<Component> components) {}

    /** When an incident was told of, changed, began, and ended. */
    record Dates(
            String createdAt,
            String updatedAt,
            String startedAt,
            Optional<String> monitoringAt,
            Optional<String> resolvedAt) {}

    /** A maintenance: an incident that was known beforehand. */
    record PlannedWork(@JsonUnwrapped Trouble trouble, String scheduledFor, String scheduledUntil) {}

    /** A component whose state an update told anew; null where an update tells of none. */
    record Affected(String code, String name, String oldStatus, String newStatus) {}

    /** What was told. */
    record TroubleUpdate(
            String id,
            String status,
            String body,
            String incidentId,
            String createdAt,
            String updatedAt,
            String displayAt,
            Optional<List<Affected>> affectedComponents,
            boolean deliverNotifications,
            Optional<String> customTweet) {}

    /** {@code status.json}. */
    record StatusDocument(Page page, Headline status) {}

    /** {@code components.json}. */
    record ComponentsDocument(Page page, List<Component> components) {}

    /** {@code incidents.json} and {@code incidents/unresolved.json}. */
    record IncidentsDocument(Page page, List<Trouble> incidents) {}

    /** {@code scheduled-maintenances.json} and its two parts. */
    record MaintenancesDocument(Page page, List<PlannedWork> scheduledMaintenances) {}

    /** {@code summary.json}: what is not over. */
    record SummaryDocument(
            Page page,
            List<Component> components,
            List<Trouble> incidents,
            List<PlannedWork> scheduledMaintenances,
            Headline status) {}
}
