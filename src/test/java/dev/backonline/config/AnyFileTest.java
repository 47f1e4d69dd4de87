package dev.backonline.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.config.ConfigReader.Mistaken;
import dev.backonline.config.ConfigReader.Read;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a slip of the hand makes of a file, it is read or refused; nothing breaks, and no secret shows. */
class AnyFileTest {
    private static final int ROUNDS = 500;
    private static final String PLANTED = "pl4nt3d-S3cret";
    private static final List<String> SLIPS = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ": ",
            ",",
            "'",
            "\"",
            "\t",
            "\n",
            " ",
            "  ",
            "- ",
            "#",
            "&a ",
            "*a",
            "!x ",
            "|",
            ">",
            "%",
            "@",
            "`",
            "~",
            "null",
            "${env:X}",
            "${file:",
            "<<: ",
            "? ",
            "---\n",
            "é",
            "\uD83D\uDE00",
            "0");
    private static final String GOOD = """
            page: { name: Example, url: "https://status.example.org", languages: [en, it] }
            canaries:
              - { type: tcp, host: "resolver.example.net:53", every: 5s }
            services:
              chat:
                name: { en: Chat, it: Chiacchiere }
                checks:
                  - type: http
                    url: https://chat.example.org
                    headers: { authorization: "Bearer ${env:X}" }
                    expect: { status: 200-299, json: { $.status: ok } }
                fails: 3 of 5
              photos: { name: Photos, depends-on: [chat] }
            publish: { problem-after: 60s, still-every: [20m, 1h] }
            channels:
              square: { type: town, server: "https://social.example", token: "${env:X}", tell: [problem] }
              hook: { type: hook, url: "https://partner.example/${env:X}" }
            messages:
              it: { resolved: { long: "Ecco: {services}. {url}", short: "Ecco. {url}" } }
            """;

    private final Random random = new Random(20_261_123);

    @Test
    void a_spoilt_file_is_read_or_refused() {
        var reader = new ConfigReader(ExampleKinds.PLUGINS, name -> Optional.of(PLANTED));

        for (var round = 0; round < ROUNDS; round++) {
            var text = spoilt();
            switch (reader.read("backonline.yaml", text)) {
                case Read read -> assertThat(read.config().services()).as(text).isNotEmpty();
                case Mistaken(var mistakes) ->
                    assertThat(mistakes).as(text).isNotEmpty().allSatisfy(mistake -> {
                        assertThat(mistake.toString()).doesNotContain(PLANTED);
                        assertThat(mistake.line())
                                .isBetween(1, (int) text.lines().count() + 1);
                    });
            }
        }
    }

    private String spoilt() {
        var text = GOOD;
        for (var slip = random.nextInt(3); slip >= 0; slip--) {
            text = random.nextInt(4) == 0 ? lines(text) : letters(text);
        }
        return text;
    }

    private String letters(String text) {
        var from = random.nextInt(text.length());
        var to = Math.min(text.length(), from + random.nextInt(6));
        return text.substring(0, from) + SLIPS.get(random.nextInt(SLIPS.size())) + text.substring(to);
    }

    private String lines(String text) {
        var lines = new ArrayList<>(text.lines().toList());
        var one = random.nextInt(lines.size());
        var other = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> Collections.swap(lines, one, other);
            case 1 -> lines.add(other, lines.get(one));
            default -> lines.remove(one);
        }
        return String.join("\n", lines) + "\n";
    }
}
