package dev.backonline.bot.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backonline.bot.command.Backonline;
import dev.backonline.house.Golden;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command as it is called: what it makes of good records, and what it says of bad ones. */
class BacktestTest {
    /** A blip, an outage of a group within a minute, and a service of its own that fails until the end. */
    private static final List<String> RECORD = List.of(
            "time,service,outcome,status,latency_ms",
            "2026-03-02T08:00:00Z,Shop,up,200,120",
            "2026-03-02T08:00:01Z,Cart,up,200,80",
            "2026-03-02T08:00:02Z,\"Help, and more\",up,200,80",
            "2026-03-02T09:00:00Z,Cart,down,500,90",
            "2026-03-02T09:00:20Z,Cart,ok,200,90",
            "2026-03-02T10:00:00Z,Shop,down,503,90",
            "2026-03-02T10:00:40Z,Cart,failed,503,90",
            "2026-03-02T10:45:00Z,Shop,up,200,120",
            "2026-03-02T10:45:05Z,Cart,up,200,120",
            "2026-03-02T15:00:00Z,\"Help, and more\",down,0,0",
            "2026-03-02T15:30:00Z,Shop,up,200,120");

    private static final String MAPPING = """
            every: 30s
            services:
              "Help, and more": { group: help }
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        var all = new ArrayList<>(List.of("backtest"));
        all.addAll(List.of(arguments));
        return new CommandLine(new Backonline())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String record(List<String> lines) throws IOException {
        return file("record.csv", String.join("\n", lines));
    }

    /** What was said, without the folder that differs in every run. */
    private String said(StringWriter stream) {
        return stream.toString().replace(folder + "/", "");
    }

    @Test
    void a_record_is_played_by_the_present_rules_and_by_others() throws IOException {
        var map = file("mapping.yaml", MAPPING);
        var also = file("quick.yaml", "publish: { problem-after: 0s }\nfails: 1 of 1\nrecovers: 1 of 1\n");
        var svg = folder.resolve("out.svg");

        var code = run(record(RECORD), "--map", map, "--also", also, "--svg", svg.toString());

        assertThat(said(err)).isEmpty();
        assertThat(code).isZero();
        Golden.matches("backtest/table.txt", said(out));
        Golden.matches("backtest/timeline.svg", Files.readString(svg));
    }

    @Test
    void the_services_and_rules_are_those_of_the_file_where_there_is_one() throws IOException {
        var config = file("backonline.yaml", """
                page: { name: Example, url: "https://status.example.org", languages: [en], zone: Europe/Rome }
                services:
                  shop: { name: Shop, group: sales, checks: [ { type: http, url: "https://shop.example.org", every: 30s } ] }
                  cart: { name: Cart, group: sales, checks: [ { type: http, url: "https://cart.example.org", every: 30s } ] }
                publish: { problem-after: 5m }
                channels: { square: { type: mastodon, server: "https://social.example", token: "${env:NOT_THERE}" } }
                """);
        var map = file("mapping.yaml", "leave-out: [\"Help, and more\"]\n");

        var code = run(record(RECORD), "--config", config, "--map", map, "--format", "json");

        assertThat(said(err)).isEmpty();
        assertThat(code).isZero();
        var rules = new ObjectMapper().readTree(out.toString()).get("rules").get(0);
        assertThat(rules.get("name").asText()).isEqualTo("the present rules");
        assertThat(rules.get("incidents")).hasSize(1);
        assertThat(rules.get("incidents").get(0).get("told").asText()).isEqualTo("2026-03-02T10:05:00Z");
        assertThat(rules.get("incidents").get(0).get("posts").get(0).get("text").asText())
                .startsWith("You may notice problems with Shop and Cart at the moment.");
        assertThat(rules.get("untold").asInt()).isEqualTo(1);
    }

    @Test
    void a_record_may_be_one_json_object_in_each_line() throws IOException {
        var record = file("record.ndjson", """
                {"time": 1772438400, "service": "Shop", "outcome": "up"}
                {"time": 1772442000000, "service": "Shop", "outcome": "down", "latency": "1.2s"}
                {"time": "2026-03-02T10:00:00+01:00", "service": "Shop", "outcome": "down"}
                {"time": "2026-03-02 10:20:00Z", "service": "Shop", "outcome": "up"}
                {"time": "2026-03-02T13:20:00Z", "service": "Shop", "outcome": "up"}
                """);

        var code = run(record, "--changes");

        assertThat(said(err)).isEmpty();
        assertThat(code).isZero();
        assertThat(said(out)).contains("1. Mon 2026-03-02 09:00:00, for 1h 20m: Shop");
    }

    @Test
    void samples_that_a_prober_took_less_often_than_the_file_asks_are_judged_at_its_pace() throws IOException {
        var rows = new ArrayList<>(List.of("time,service,outcome"));
        for (var minute = 0; minute < 60; minute++) {
            rows.add("2026-03-02T08:%02d:00Z,Shop,%s".formatted(minute, minute >= 20 && minute < 40 ? "down" : "up"));
        }

        var code = run(record(rows));

        assertThat(code).isZero();
        assertThat(said(out))
                .contains("Each row is taken for one answer")
                .contains("asked every 1m")
                .contains("08:22:00  problem   2m after the first failure: Shop");
    }

    @Test
    void canaries_of_the_record_keep_what_they_do_not_outlive_from_being_told() throws IOException {
        var rows = new ArrayList<>(RECORD);
        rows.add("2026-03-02T08:00:00Z,Resolver,up,0,0");
        rows.add("2026-03-02T09:59:00Z,Resolver,down,0,0");
        rows.add("2026-03-02T11:00:00Z,Resolver,up,0,0");
        var map = file("mapping.yaml", "canaries: [Resolver]\nkeeping: changes\n");

        var code = run(record(rows), "--map", map);

        assertThat(said(err)).isEmpty();
        assertThat(code).isZero();
        assertThat(said(out)).doesNotContain("Shop, Cart").contains("Help, and more");
    }

    @Test
    void every_bad_row_is_told_with_its_line_and_nothing_is_played() throws IOException {
        var record = record(List.of(
                "time,service,outcome,latency_ms",
                "2026-03-02T08:00:00Z,Shop,up,120",
                "yesterday,Shop,up,120",
                "2026-03-02T08:00:00,Shop,up,120",
                "2026-03-02T08:00:00Z,,up,120",
                "2026-03-02T08:00:00Z,Shop,flaky,120",
                "2026-03-02T08:00:00Z,Shop,up,soon",
                "2026-03-02T08:00:00Z,Shop,up",
                "2026-03-02T08:00:00Z,\"Shop,up,120"));

        var code = run(record);

        assertThat(code).isEqualTo(1);
        assertThat(said(out)).isEmpty();
        Golden.matches("backtest/bad-rows.txt", said(err));
    }

    @Test
    void what_cannot_be_read_is_said() throws IOException {
        var empty = record(List.of("time,service,outcome"));
        var headless = file("headless.csv", "when,service,outcome\n1,2,3\n");
        var badMap = file("bad.yaml", "colums: {}\n");
        var nothing = file("nothing.yaml", "publish: { still-every: [] }\n");

        assertThat(run(empty)).isEqualTo(1);
        assertThat(run(folder.resolve("absent.csv").toString())).isEqualTo(1);
        assertThat(run(headless)).isEqualTo(1);
        assertThat(run(record(RECORD), "--map", badMap)).isEqualTo(1);
        assertThat(run(record(RECORD), "--also", nothing)).isEqualTo(1);

        Golden.matches("backtest/unreadable.txt", said(err));
    }

    @Test
    void services_and_checks_that_the_file_does_not_know_are_told_with_their_lines() throws IOException {
        var config = file("backonline.yaml", """
                page: { name: Example, url: "https://status.example.org", languages: [en] }
                services:
                  shop:
                    name: Shop
                    checks: [ { type: http, url: "https://shop.example.org" }, { type: tcp, host: "shop.example.org:443" } ]
                """);

        var code = run(record(RECORD), "--config", config);

        assertThat(code).isEqualTo(1);
        Golden.matches("backtest/unknown.txt", said(err));
    }
}
