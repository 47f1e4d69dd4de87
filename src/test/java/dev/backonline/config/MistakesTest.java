package dev.backonline.config;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.config.ConfigReader.Mistaken;
import dev.backonline.config.ConfigReader.Read;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a person is told of each mistake, letter by letter: these texts are what the file is mended by. */
class MistakesTest {
    private static final ConfigReader READER = new ConfigReader(ExampleKinds.PLUGINS, name -> Optional.empty());

    /** A file without mistakes, in which each case spoils something. */
    private static final String GOOD = """
            page:
              name: Example
              url: https://status.example.org
              languages: [en, it]
              zone: Europe/Rome
            services:
              chat:
                name: Chat
                group: family
                checks:
                  - { type: http, url: "https://chat.example.org" }
              photos:
                name: Photos
                depends-on: [chat]
                fails: 3 of 5
            publish:
              problem-after: 60s
            channels:
              desk: { type: console }
            messages:
              it: { resolved: "Ecco: {services}. {url}" }
            """;

    private static final String WEEKLY = "title: A, services: [chat], start: 2026-12-01T02:00, duration: 2h, ";

    static final List<Case> CASES = List.of(
            // The file as such.
            whole("an empty file", ""),
            whole("a file of comments", "# nothing yet\n"),
            whole("no YAML", "page: Example: one\n"),
            whole("a web page", "<!DOCTYPE html>\n<html>\n"),
            whole("a list", "- page\n- services\n"),
            whole("an open quote", "page:\n  name: \"Example\n"),
            whole("a tab", "page:\n\tname: Example\n"),
            whole("a tab after spaces", "page:\n  name: Example\n \turl: x\n"),
            whole("two documents", "page: {}\n---\npage: {}\n"),
            whole("a control character", "page:\n  name: \u0007\n"),
            whole("a bottomless file", "page: " + "[".repeat(5000)),
            whole("an alias without its anchor", "page: *nothing\n"),
            whole("another version", "%YAML 3.1\n---\npage: {}\n"),
            whole("next to nothing", "page: {}\n"),
            whole("no services", "page: { name: A, url: \"https://a.example\", languages: [en] }\nservices: {}\n"),
            // Keys.
            spoilt("an unknown key", "publish:", "publsh:"),
            spoilt("an unknown key inside", "depends-on: [chat]", "depend-on: [chat]"),
            spoilt("a key unlike any", "group: family", "colour: red"),
            spoilt("a key twice", "    group: family\n", "    group: family\n    name: Chat again\n"),
            spoilt("two services with one id", "  photos:", "  chat:"),
            spoilt("a key that is no text", "    group: family", "    [a, b]: family"),
            spoilt("a missing key", "  url: https://status.example.org\n", ""),
            spoilt("a missing key of a check", "{ type: http, url: \"https://chat.example.org\" }", "{ type: http }"),
            spoilt("no type", "{ type: console }", "{ audience: internal }"),
            spoilt("a key without a value", "name: Photos", "name:"),
            spoilt("an id that is none", "  photos:", "  My Photos:"),
            // Types.
            spoilt("a misspelt type of check", "type: http", "type: htpp"),
            spoilt("a type of check unlike any", "type: http", "type: telepathy"),
            spoilt("a misspelt type of channel", "type: console", "type: consle"),
            spoilt("a list for a text", "name: Photos", "name: [Photos]"),
            spoilt("a text for a list", "languages: [en, it]", "languages: en"),
            spoilt("a text for keys", "  chat:\n    name: Chat", "  other: Chat\n  chat:\n    name: Chat"),
            spoilt("keys for a list", "depends-on: [chat]", "depends-on: { chat: 1 }"),
            spoilt("keys for a number", "type: http,", "type: http, redirects: { most: 3 },"),
            spoilt("a tag", "name: Photos", "name: !secret Photos"),
            spoilt("a number that is none", "type: http,", "type: http, redirects: many,"),
            spoilt("a share that is none", "type: http,", "type: http, share: 50%,"),
            spoilt("an old-fashioned truth", "type: http,", "type: http, verify: yes,"),
            spoilt("a misspelt name of a list", "type: http,", "type: http, method: longpoll,"),
            spoilt("a form of a plug-in's own", "type: http,", "type: http, expect: { status: 2xx },"),
            // Values.
            spoilt("a negative duration", "problem-after: 60s", "problem-after: -60s"),
            spoilt("minutes that are kept for too short", "publish:", "retention: { minutes: 24h }\npublish:"),
            spoilt("hours that are kept for too short", "publish:", "retention: { hours: 1d }\npublish:"),
            spoilt("days that are kept for too short", "publish:", "retention: { days: 30d }\npublish:"),
            spoilt("fewer changes than none", "publish:", "retention: { raw-most: -1 }\npublish:"),
            spoilt("hours that go before their minutes", "publish:", "retention: { minutes: 3d, hours: 2d }\npublish:"),
            spoilt("a duration without its unit", "problem-after: 60s", "problem-after: 60"),
            spoilt("a duration in words", "problem-after: 60s", "problem-after: one minute"),
            spoilt("a duration beyond all bounds", "problem-after: 60s", "problem-after: 9999d"),
            spoilt("an address without its scheme", "url: https://status.example.org", "url: status.example.org"),
            spoilt("an address of another scheme", "url: https://status.example.org", "url: ftp://status.example.org"),
            spoilt("an address that is none", "url: https://status.example.org", "url: \"https://status example\""),
            spoilt("a misspelt time zone", "zone: Europe/Rome", "zone: Europe/Rom"),
            spoilt("a confirmation in other words", "fails: 3 of 5", "fails: 3/5"),
            spoilt("a confirmation that cannot be", "fails: 3 of 5", "fails: 6 of 5"),
            spoilt("a post that can't be kept up to date", "type: console", "type: console, live: true"),
            spoilt("approval by nobody we know", "problem-after: 60s", "approve: sometimes"),
            spoilt("an expired draft that is kept", "problem-after: 60s", "approve-expired: keep"),
            spoilt("more than everything", "problem-after: 60s", "everything-down-needs-approval: 50"),
            spoilt("an empty cadence", "problem-after: 60s", "still-every: []"),
            spoilt("a cadence of nothing", "problem-after: 60s", "still-every: [20m, 0s]"),
            spoilt("a check that is asked all the time", "type: http,", "type: http, every: 0s,"),
            spoilt("a check that waits too long", "type: http,", "type: http, every: 2s, timeout: 3s,"),
            spoilt(
                    "a mistake that a record finds",
                    "{ type: http, url: \"https://chat.example.org\" }",
                    "{ type: tcp, host: chat.example.org }"),
            spoilt(
                    "a mistake that a kind finds",
                    "{ type: http, url: \"https://chat.example.org\" }",
                    "{ type: tcp, host: \"chat.example.org:0\" }"),
            // Languages and wording.
            spoilt("no languages", "languages: [en, it]", "languages: []"),
            spoilt("one language twice", "languages: [en, it]", "languages: [en, it, en]"),
            spoilt("a language that is none", "languages: [en, it]", "languages: [en, italiano!]"),
            spoilt("a misspelt language", "languages: [en, it]", "languages: [en, ti]"),
            spoilt("a language that nobody wrote", "{ type: console }", "{ type: console, languages: [kl] }"),
            spoilt("a text in an unknown language", "name: Photos", "name: { en: Photos, ir: Foto }"),
            spoilt(
                    "languages of a channel that carries all",
                    "{ type: console }",
                    "{ type: hook, url: \"https://a.example\", languages: [it] }"),
            spoilt("wording in part for a new language", "  it: {", "  nl: {"),
            spoilt("an unknown saying", "resolved:", "resolvd:"),
            spoilt("an unknown variable", "{services}", "{servces}"),
            spoilt("a template that is none", "{services}", "{#if services}"),
            spoilt("a text that is always the same", "Ecco: {services}. {url}", "Tutto bene."),
            spoilt("a text of nothing", "Ecco: {services}. {url}", " "),
            spoilt("an unknown size", "\"Ecco: {services}. {url}\"", "{ long: \"Ecco. {url}\", tiny: \"Ecco\" }"),
            spoilt("no long text", "\"Ecco: {services}. {url}\"", "{ short: \"Ecco. {url}\" }"),
            spoilt(
                    "an unknown variable in several lines",
                    "\"Ecco: {services}. {url}\" }",
                    "\"Ecco:\n     {servces}. {url}\" }"),
            // What is told.
            spoilt("a misspelt transition", "{ type: console }", "{ type: console, tell: [problem, solved] }"),
            spoilt("a summary that is not told so", "{ type: console }", "{ type: console, tell: [summary] }"),
            spoilt("nothing to tell", "{ type: console }", "{ type: console, tell: [] }"),
            // Services and services.
            spoilt("a misspelt service", "depends-on: [chat]", "depends-on: [caht]"),
            spoilt("a circle", "group: family", "depends-on: [photos]"),
            spoilt("a service that depends on itself", "depends-on: [chat]", "depends-on: [photos]"),
            whole(
                    "one service too few among many",
                    "services:\n" + many() + "  last: { name: Last, depends-on: [s99] }\n"),
            // How services are judged.
            spoilt("a quorum that is none", "fails: 3 of 5", "judge: most"),
            spoilt("a quorum of other checks", "    group: family", "    judge: 2 of 3\n    group: family"),
            spoilt("a quorum of more than all", "fails: 3 of 5", "judge: 3 of 2"),
            spoilt("no location", "fails: 3 of 5", "locations: 0"),
            spoilt("no location for a check", "{ type: http,", "{ type: http, locations: 0,"),
            spoilt("flapping without a time", "fails: 3 of 5", "flapping: 5"),
            spoilt("flapping at once", "fails: 3 of 5", "flapping: 2 in 30m"),
            // Planned work.
            planned("work on an unknown service", "title: A, services: [caht], start: 2026-12-01T02:00, duration: 2h"),
            planned("work on an unknown group", "title: A, groups: [famly], start: 2026-12-01T02:00, duration: 2h"),
            planned("work on nothing", "title: A, start: 2026-12-01T02:00, duration: 2h"),
            planned("work without a title", "services: [chat], start: 2026-12-01T02:00, duration: 2h"),
            planned("work without an end", "title: A, services: [chat], start: 2026-12-01T02:00"),
            planned(
                    "work with two ends",
                    "title: A, services: [chat], start: 2026-12-01T02:00, end: 2026-12-01T04:00, duration: 2h"),
            planned("an end first", "title: A, services: [chat], start: 2026-12-01T02:00, end: 2026-12-01T01:00"),
            planned("no time at all", "title: A, services: [chat], start: 2026-12-01T02:00, duration: 0s"),
            planned("work for months", "title: A, services: [chat], start: 2026-12-01T02:00, end: 2027-12-01T02:00"),
            planned("a start that is none", "title: A, services: [chat], start: tomorrow, duration: 2h"),
            planned("a day that is none", "title: A, services: [chat], start: 2026-02-30T02:00, duration: 2h"),
            planned("a rule that is none", WEEKLY + "rrule: each Tuesday"),
            planned("a rule of no days", WEEKLY + "rrule: FREQ=WEEKLY;BYDAY=XX"),
            planned("a rule for each minute", WEEKLY + "rrule: FREQ=MINUTELY"),
            planned("a rule that never comes", WEEKLY + "rrule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
            planned("a rule that is over", WEEKLY + "rrule: FREQ=DAILY;UNTIL=20260101"),
            planned("work with an id twice", WEEKLY + "id: a }\n  - { " + WEEKLY + "id: a"),
            // Several.
            whole("everything at once", """
                    page: { name: [], url: example.org, languages: [], zone: Rome }
                    services:
                      chat: { checks: [ { type: htpp, evry: 5s, every: -1s } ], fails: always }
                      photos: { name: Photos, depends-on: [chta], colour: red }
                    publish: { problem-after: soon }
                    channels: { desk: { type: console, audience: staff, late: never } }
                    messages: { it: { resolved: "{nobody} {url}" } }
                    """));

    @ParameterizedTest
    @FieldSource("CASES")
    void a_spoilt_file_is_refused(Case spoilt) {
        var result = READER.read("backonline.yaml", spoilt.text());

        assertThat(result).isInstanceOf(Mistaken.class);
    }

    @Test
    void the_file_that_the_cases_spoil_is_good() {
        var result = READER.read("backonline.yaml", GOOD);

        assertThat(result).isInstanceOf(Read.class);
    }

    @Test
    void what_is_told_of_each_mistake_is_known_letter_by_letter() {
        var told = CASES.stream().map(MistakesTest::told).collect(joining("\n"));

        new CommittedFile("src/test/resources/golden/config/mistakes.txt").isUpToDate(told);
    }

    private static String told(Case spoilt) {
        return switch (READER.read("backonline.yaml", spoilt.text())) {
            case Read _ -> "# %s\nnothing\n".formatted(spoilt.title());
            case Mistaken mistaken ->
                "# %s\n%s\n".formatted(spoilt.title(), String.join("\n", mistaken.report("Not starting.")));
        };
    }

    private static String many() {
        return IntStream.range(10, 40)
                .mapToObj("  s%1$d: { name: Service %1$d }\n"::formatted)
                .collect(joining());
    }

    /** With planned work. */
    private static Case planned(String title, String keys) {
        return new Case(title, GOOD + "maintenance:\n  - { " + keys + " }\n");
    }

    private static Case whole(String title, String text) {
        return new Case(title, text);
    }

    private static Case spoilt(String title, String good, String bad) {
        assertThat(GOOD).containsOnlyOnce(good);
        return new Case(title, GOOD.replace(good, bad));
    }

    /** A file with a mistake. */
    record Case(String title, String text) {
        @Override
        public String toString() {
            return title;
        }
    }
}
