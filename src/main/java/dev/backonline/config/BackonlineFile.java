package dev.backonline.config;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.Setting;
import dev.backonline.config.ChannelPlan.ChosenChannel;
import dev.backonline.config.CheckPlan.ChosenCheck;
import dev.backonline.config.ServicePlan.ServiceSettings;
import dev.backonline.config.calendar.MaintenanceSettings;
import dev.backonline.incident.Publishing;
import dev.backonline.message.Saying;
import dev.backonline.operator.door.OperatorName;
import dev.backonline.operator.door.Pass;
import dev.backonline.outbox.ChannelId;
import dev.backonline.page.brand.PageSettings;
import dev.backonline.verdict.history.Retention;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** {@code backonline.yaml} as it is written, key by key. */
@RegisterForReflection
record BackonlineFile(
        @Setting(
                value = "Who speaks, where, and in which languages.",
                example = "{ name: Example, url: https://status.example.org, languages: [en] }")
        PageSettings page,

        @Setting(
                value =
                        "Checks of things that are surely up. A problem is believed only when a canary answered after it.",
                fallback = "[]",
                example = "[ { type: tcp, host: \"resolver.example.net:53\", every: 5s } ]")
        List<ChosenCheck<?>> canaries,

        @Setting(
                value = "What is watched, by ids of your choice, in the order in which people shall read it.",
                example = "{ chat: { name: Chat, checks: [ { type: http, url: https://chat.example.org } ] } }")
        Map<ServiceId, ServiceSettings> services,

        @Setting(
                value = "Work that is planned, once or again and again: meanwhile failures are expected and not told.",
                fallback = "[]",
                example =
                        "[ { title: Database upgrade, services: [chat], start: \"2026-12-01T02:00\", duration: 2h } ]")
        List<MaintenanceSettings> maintenance,

        @Setting(value = "When trouble becomes public, and when it is over.", fallback = "{}")
        PublishSettings publish,

        @Setting(value = "How long is remembered how services were.", fallback = "{}")
        RetentionSettings retention,

        @Setting(
                value = "Where it is told, by ids of your choice.",
                fallback = "{}",
                example = "{ desk: { type: console } }")
        Map<ChannelId, ChosenChannel<?>> channels,

        @Setting(
                value =
                        "Your own wording, by language and by what is said: one text, or `long` and `short`."
                                + " It replaces the built-in one of that saying, and can bring a language that is not built in.",
                fallback = "{}",
                example = "{ en: { resolved: \"We're back online: {services}, {since}–{until}. {url}\" } }")
        Map<Locale, Map<Saying, Languages.Template>> messages,

        @Setting(value = "Who may command the running bot.", fallback = "{}")
        OperatorSettings operator) {

    BackonlineFile {
        if (services.isEmpty()) {
            throw new IllegalArgumentException("services should name at least one service");
        }
        var names = new HashSet<ServiceId>();
        maintenance.stream().flatMap(one -> one.id().stream()).forEach(id -> {
            if (!names.add(id)) {
                throw new IllegalArgumentException("maintenance should have the id '%s' once".formatted(id));
            }
        });
    }

    /** {@code publish}. */
    record PublishSettings(
            @Setting(value = "How long trouble lasts before it is told.", fallback = "60s")
            Duration problemAfter,

            @Setting(value = "How long all is well before it is told.", fallback = "60s")
            Duration recoveredAfter,

            @Setting(value = "A relapse within this time continues the same incident.", fallback = "30m")
            Duration reopenWithin,

            @Setting(value = "Services of one group that fail within this time share an incident.", fallback = "2m")
            Duration joinWithin,

            @Setting(
                    value = "How long after each post the next one follows; the last repeats, while there is news.",
                    fallback = "[20m, 20m, 20m, 20m, 20m, 20m, 1h]")
            List<Duration> stillEvery,

            @Setting(
                    value =
                            "Whether a person approves first what claims trouble (a problem, and that it got worse or came back):"
                                    + " `never`, `always`, or only what tells of a major outage. Until then it is nowhere to be seen.",
                    fallback = "never",
                    example = "major")
            Publishing.Approval approve,

            @Setting(
                    value = "How long a draft waits for a person; that time runs only while the bot runs.",
                    fallback = "15m")
            Duration approveWithin,

            @Setting(
                    value = "What becomes of a draft that nobody approved in time, if it is still true.",
                    fallback = "drop",
                    example = "send")
            Publishing.Expired approveExpired,

            @Setting(
                    value =
                            "If this share of all services fails within a minute (at least 4 of them, in at least 2 groups),"
                                    + " a person approves first, whatever `approve` says: it may well be our own mistake. 0: off.",
                    fallback = "0",
                    example = "0.5")
            double everythingDownNeedsApproval) {
        Publishing publishing() {
            var share = everythingDownNeedsApproval == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(everythingDownNeedsApproval);
            var consent = new Publishing.Consent(approve, approveWithin, approveExpired, share);
            return new Publishing(problemAfter, recoveredAfter, reopenWithin, joinWithin, stillEvery, consent);
        }

        PublishSettings {
            if (stillEvery.isEmpty() || !stillEvery.stream().allMatch(Duration::isPositive)) {
                throw new IllegalArgumentException("still-every should list at least one time, each longer than 0s");
            }
            if (everythingDownNeedsApproval < 0 || everythingDownNeedsApproval > 1) {
                throw new IllegalArgumentException(
                        "everything-down-needs-approval is %s and should be a share of the services, from 0 (off) to 1"
                                .formatted(everythingDownNeedsApproval));
            }
        }
    }

    /** {@code operator}. */
    record OperatorSettings(
            @Setting(
                    value =
                            "A bearer token for each person, by a name of your choice: at least 20 characters, or `sha256:`"
                                    + " and the 64 hexadecimal digits of its digest, so that not even the file knows it.",
                    fallback = "{}",
                    example = "{ anna: \"${env:ANNA_TOKEN}\" }")
            Map<OperatorName, Pass> tokens) {}

    /** {@code retention}. */
    record RetentionSettings(
            @Setting(
                    value = "How long changes of a check's outcome are kept one by one, with their reasons.",
                    fallback = "2d")
            Duration raw,

            @Setting(value = "How many of these changes are kept at most; the oldest go first.", fallback = "100000")
            int rawMost,

            @Setting(value = "How long minutes are kept, of which the page's last 24 hours are made.", fallback = "2d")
            Duration minutes,

            @Setting(value = "How long hours are kept, of which days are made.", fallback = "30d")
            Duration hours,

            @Setting(value = "How long days are kept; the page shows 90 of them.", fallback = "366d")
            Duration days) {
        Retention retention() {
            return new Retention(raw, rawMost, minutes, hours, days);
        }

        /** Refuses what the retention refuses. */
        RetentionSettings {
            var _ = new Retention(raw, rawMost, minutes, hours, days);
        }
    }

    static void refuseTwins(List<Locale> languages) {
        var seen = new HashSet<Locale>();
        languages.stream().filter(language -> !seen.add(language)).findFirst().ifPresent(twin -> {
            throw new IllegalArgumentException("languages should name '%s' once".formatted(twin.toLanguageTag()));
        });
    }
}
