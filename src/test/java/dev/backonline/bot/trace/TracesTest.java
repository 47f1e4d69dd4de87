package dev.backonline.bot.trace;

import static dev.backonline.bot.trace.Gallery.keys;
import static dev.backonline.bot.trace.Gallery.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backonline.check.Wire;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.store.Store;
import dev.backonline.store.TestDatabase;
import dev.backonline.store.memory.MemoryStore;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operation leaves behind, seen through OpenTelemetry's own SDK. */
class TracesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FILE = """
            page: { name: Example, url: "https://status.example.org", languages: [en] }
            services:
              chat: { name: Chat, fails: 2 of 3, checks: [ { type: http, url: "http://chat.example.org/", every: 50ms } ] }
            publish: { problem-after: 0s, recovered-after: 0s }
            channels:
              partners: { type: webhook, url: "http://partners.example.org/s3cr3t-path" }
              staff: { type: slack-webhook, url: "http://staff.example.org/services/s3cr3t" }
            """;

    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Set<String> away = ConcurrentHashMap.newKeySet();
    private final Store store = new MemoryStore().store();
    private final Gallery gallery = new Gallery();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        gallery.close();
    }

    /** A host that is busy says so once. */
    private Wire.Reply answer(Wire.Request request) {
        var host = String.valueOf(request.address().getHost()).replace(".example.org", "");
        if (away.contains(host)) {
            return new Wire.Unsent("connection refused");
        }
        if (busy.remove(host)) {
            return new Wire.Answered(429, Map.of("retry-after", List.of("1")), "", false);
        }
        return new Wire.Answered(broken.contains(host) ? 503 : 200, Map.of(), "ok", false);
    }

    private void awaitSpans(String name, int count) {
        await().atMost(PATIENCE).until(() -> gallery.named(name).size() == count);
    }

    private static boolean follows(SpanData span, SpanData from) {
        return span.getTraceId().equals(from.getTraceId())
                && span.getParentSpanId().equals(from.getSpanId());
    }

    @Test
    void one_trace_leads_from_the_answer_that_turned_the_verdict_to_every_attempt() {
        broken.add("chat");

        gallery.open(FILE, store, this::answer);
        awaitSpans("send partners", 1);
        awaitSpans("send staff", 1);

        var check = gallery.only("check http");
        var decision = gallery.only("decide problem");
        assertThat(check.getParentSpanContext().isValid()).isFalse();
        assertThat(follows(decision, check)).isTrue();
        assertThat(List.of("prepare partners", "send partners", "prepare staff", "send staff"))
                .allSatisfy(name ->
                        assertThat(follows(gallery.only(name), decision)).isTrue());
        assertThat(gallery.all()).hasSize(6);
    }

    @Test
    void each_step_says_what_it_was_about_in_names_of_the_file_and_words_of_ours() {
        broken.add("chat");

        gallery.open(FILE, store, this::answer);
        awaitSpans("send staff", 1);

        var incident = store.incidents().newest(1).getFirst().id().value();
        var check = gallery.only("check http");
        assertThat(said(check, "backonline.service.id")).isEqualTo("chat");
        assertThat(said(check, "backonline.check.id")).isEqualTo("chat/1-http");
        assertThat(said(check, "backonline.check.type")).isEqualTo("http");
        assertThat(said(check, "backonline.location")).isEqualTo("here");
        assertThat(said(check, "backonline.check.answer")).isEqualTo("down");
        assertThat(said(check, "error.type")).isEqualTo("answer");
        var decision = gallery.only("decide problem");
        assertThat(said(decision, "backonline.incident.id")).isEqualTo(incident);
        assertThat(said(decision, "backonline.transition")).isEqualTo("problem");
        assertThat(said(decision, "backonline.service.ids")).isEqualTo("[chat]");
        var attempt = gallery.only("send staff");
        assertThat(said(attempt, "backonline.incident.id")).isEqualTo(incident);
        assertThat(said(attempt, "messaging.destination.name")).isEqualTo("staff");
        assertThat(said(attempt, "messaging.system")).isEqualTo("slack-webhook");
        assertThat(said(attempt, "backonline.attempt")).isEqualTo("1");
        assertThat(said(attempt, "backonline.outcome")).isEqualTo("accepted");
        assertThat(keys(attempt)).doesNotContain("error.type");
        assertThat(attempt.getEndEpochNanos()).isGreaterThanOrEqualTo(attempt.getStartEpochNanos());
        assertThat(check.getStartEpochNanos()).isLessThanOrEqualTo(decision.getStartEpochNanos());
    }

    @Test
    void an_attempt_that_is_repeated_is_another_span_of_the_same_trace() {
        broken.add("chat");
        busy.add("partners");

        gallery.open(FILE, store, this::answer);
        awaitSpans("send partners", 2);

        var attempts = gallery.named("send partners");
        assertThat(attempts).allMatch(attempt -> follows(attempt, gallery.only("decide problem")));
        assertThat(attempts).extracting(one -> said(one, "backonline.attempt")).containsExactly("1", "2");
        assertThat(attempts)
                .extracting(one -> said(one, "backonline.outcome"))
                .containsExactly("throttled", "delivered");
        assertThat(attempts.getFirst().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attempts.getFirst().getStatus().getDescription()).isEmpty();
    }

    @Test
    void what_is_told_next_of_an_incident_is_a_trace_of_its_own_that_names_it() {
        broken.add("chat");
        gallery.open(FILE, store, this::answer);
        awaitSpans("send partners", 1);

        broken.clear();
        awaitSpans("send partners", 2);

        var problem = gallery.only("decide problem");
        var end = gallery.only("decide resolved");
        assertThat(end.getTraceId()).isNotEqualTo(problem.getTraceId());
        assertThat(said(end, "backonline.incident.id")).isEqualTo(said(problem, "backonline.incident.id"));
        assertThat(gallery.named("send partners").getLast().getTraceId()).isEqualTo(end.getTraceId());
        assertThat(gallery.named("check http")).anySatisfy(check -> {
            assertThat(follows(end, check)).isTrue();
            assertThat(said(check, "backonline.check.answer")).isEqualTo("up");
        });
    }

    @Test
    void answers_that_change_nothing_leave_nothing() {
        var asked = ConcurrentHashMap.<String>newKeySet();

        gallery.open(FILE, store, request -> {
            asked.add(Integer.toString(asked.size()));
            return answer(request);
        });
        await().atMost(PATIENCE).until(() -> asked.size() > 20);

        assertThat(gallery.all()).isEmpty();
    }

    @Test
    void a_trace_survives_a_restart_on_sqlite() {
        try (var database = TestDatabase.embedded(folder)) {
            goesOnAfterARestart(database::store);
        }
    }

    @Test
    void a_trace_survives_a_restart_on_postgresql() {
        try (var database = TestDatabase.postgresql()) {
            goesOnAfterARestart(database::store);
        }
    }

    private void goesOnAfterARestart(Supplier<Store> stored) {
        broken.add("chat");
        away.add("partners");
        SpanData decision;
        try (var before = new Gallery()) {
            before.open(FILE, stored.get(), this::answer);
            await().atMost(PATIENCE).until(() -> !before.named("send partners").isEmpty());
            decision = before.only("decide problem");
        }

        away.clear();
        gallery.open(FILE, stored.get(), this::answer);
        awaitSpans("send partners", 1);
        gallery.end();

        var attempt = gallery.only("send partners");
        assertThat(follows(attempt, decision)).isTrue();
        assertThat(said(attempt, "backonline.outcome")).isEqualTo("delivered");
    }

    @Test
    void switched_off_it_leaves_no_span_and_writes_none_down() {
        broken.add("chat");

        try (var database = TestDatabase.embedded(folder)) {
            var plain = database.store();
            try (var _ = Gallery.operation(FILE, plain, this::answer, Optional.empty())) {
                await().atMost(PATIENCE).until(() -> told(plain).size() == 2);
            }

            assertThat(told(plain)).allMatch(one -> one.origin().trail().isEmpty());
        }
    }

    private static List<Delivery> told(Store from) {
        return from.incidents().newest(1).stream()
                .flatMap(incident -> from.outbox().of(incident.id()).stream())
                .filter(one -> one.state() == DeliveryState.SENT)
                .toList();
    }

    @Test
    void who_goes_on_with_a_trace_keeps_to_what_was_decided_at_its_begin() {
        broken.add("chat");
        away.addAll(Set.of("partners", "staff"));

        try (var unseen = new Gallery(Sampler.alwaysOff())) {
            unseen.open(FILE, store, this::answer);
            await().atMost(PATIENCE).until(() -> !store.incidents().newest(1).isEmpty());
        }
        away.clear();
        gallery.open(FILE, store, this::answer);
        await().atMost(PATIENCE).until(() -> told(store).size() == 2);

        assertThat(told(store))
                .allSatisfy(one ->
                        assertThat(one.origin().trail().orElseThrow().value()).endsWith("-00"));
        assertThat(gallery.names()).doesNotContain("send partners", "send staff");
    }
}
