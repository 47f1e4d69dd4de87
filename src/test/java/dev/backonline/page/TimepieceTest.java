package dev.backonline.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script writes by a dial is what the page itself would write. */
class TimepieceTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private static Timepiece timepiece(String language) {
        return new Timepiece(Locale.forLanguageTag(language), ROME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "it", "fr", "de", "es", "pt", "ar", "fa", "ja", "zh-TW", "bg", "fi", "hi"})
    void a_dial_writes_every_hour_as_the_page_does(String language) {
        var timepiece = timepiece(language);

        var hours = List.of(timepiece.dial().hours().split("\\|", -1));

        assertThat(hours).hasSize(24).allSatisfy(hour -> assertThat(hour).containsOnlyOnce("mm"));
        for (var hour = 0; hour < hours.size(); hour++) {
            var instant = LocalDate.of(2026, 6, 18)
                    .atTime(LocalTime.of(hour, 5))
                    .atZone(ROME)
                    .toInstant();
            assertThat(hours.get(hour).replace("mm", "05")).isEqualTo(timepiece.time(instant));
        }
    }

    @Test
    void its_days_begin_with_sunday_as_scripts_count_them() {
        assertThat(timepiece("en").dial().days()).isEqualTo("Sun|Mon|Tue|Wed|Thu|Fri|Sat");
        assertThat(timepiece("it").dial().days()).isEqualTo("dom|lun|mar|mer|gio|ven|sab");
    }

    @Test
    void its_offsets_begin_as_those_of_the_page() {
        var summer = Instant.parse("2026-06-18T18:30:00Z");

        assertThat(Map.of("en", "GMT", "fr", "UTC"))
                .allSatisfy((language, zero) -> assertThat(timepiece(language).offset(summer))
                        .isEqualTo(timepiece(language).dial().zero() + "+2")
                        .startsWith(zero));
    }
}
