package dev.backonline.check.signal;

import dev.backonline.catalog.Secret;
import dev.backonline.check.Notice;
import dev.backonline.check.Receiving.News;
import dev.backonline.check.Receiving.Nonsense;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages as the senders write them, with made-up values. */
final class Payloads {
    static final String BEGAN = "2026-11-22T20:04:23.513Z";
    static final String ENDED = "2026-11-22T20:31:08.513Z";

    private static final SignalKind KIND = new SignalKind();

    private Payloads() {}

    static SignalSettings settings(Sender from, Map<String, String> match) {
        return settings(from, match, Optional.empty(), Optional.empty());
    }

    static SignalSettings settings(
            Sender from, Map<String, String> match, Optional<String> firing, Optional<String> resolved) {
        return new SignalSettings(
                from,
                patterns(match),
                new Secret("made-up-token"),
                Duration.ofMinutes(10),
                patterns(Map.of("severity", "warning")),
                firing.map(LabelPattern::parse),
                resolved.map(LabelPattern::parse));
    }

    static Map<String, LabelPattern> patterns(Map<String, String> texts) {
        var patterns = new HashMap<String, LabelPattern>();
        texts.forEach((label, text) -> patterns.put(label, LabelPattern.parse(text)));
        return patterns;
    }

    static Notice json(String body) {
        return new Notice("POST", "", Map.of("content-type", "application/json; charset=utf-8"), body);
    }

    /** What the sender's message says. */
    static List<Alert> alerts(Sender from, Notice notice) {
        return switch (KIND.read(from.address(), notice)) {
            case News<List<Alert>>(var alerts) -> alerts;
            case Nonsense<List<Alert>>(var fault, var why) -> throw new AssertionError(fault + ": " + why);
        };
    }

    /** One alert within a message of Alertmanager. */
    static String alert(String status, String name, String severity, String began, String ended) {
        return """
            {
              "status": "%s",
              "labels": { "alertname": "%s", "service": "chat", "severity": "%s", "instance": "chat-1.example.org:9100" },
              "annotations": { "summary": "Too many errors" },
              "startsAt": "%s",
              "endsAt": "%s",
              "generatorURL": "http://prometheus.example.org/graph?g0.expr=up",
              "fingerprint": "%016x"
            }""".formatted(status, name, severity, began, ended, (name + severity).hashCode());
    }

    static String firing(String name) {
        return alert("firing", name, "critical", BEGAN, "0001-01-01T00:00:00Z");
    }

    static String resolved(String name) {
        return alert("resolved", name, "critical", BEGAN, ENDED);
    }

    /** A message of Alertmanager, version 4. */
    static Notice alertmanager(String... alerts) {
        return json("""
            {
              "version": "4",
              "groupKey": "{}:{service=\\"chat\\"}",
              "truncatedAlerts": 0,
              "status": "firing",
              "receiver": "backonline",
              "groupLabels": { "service": "chat" },
              "commonLabels": { "service": "chat" },
              "commonAnnotations": {},
              "externalURL": "http://alertmanager.example.org:9093",
              "alerts": [ %s ]
            }""".formatted(String.join(",", alerts)));
    }

    /** A message of Grafana's alerting. */
    static Notice grafana(String... alerts) {
        return json("""
            {
              "receiver": "backonline",
              "status": "firing",
              "orgId": 1,
              "alerts": [ %s ],
              "groupLabels": { "alertname": "High errors" },
              "commonLabels": {},
              "commonAnnotations": {},
              "externalURL": "https://grafana.example.org/",
              "version": "1",
              "groupKey": "{}:{alertname=\\"High errors\\"}",
              "truncatedAlerts": 0,
              "title": "[FIRING:1] High errors",
              "state": "alerting",
              "message": "**Firing**"
            }""".formatted(String.join(",", alerts)));
    }

    /** An event with its attributes in the body. */
    static Notice event(String id, String type, String more) {
        return new Notice(
                "POST", "", Map.of("content-type", "application/cloudevents+json"), """
            { "specversion": "1.0", "id": "%s", "source": "/monitoring/eu", "type": "%s", "subject": "chat"%s }
            """.formatted(id, type, more));
    }
}
