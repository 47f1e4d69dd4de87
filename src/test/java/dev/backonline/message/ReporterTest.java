package dev.backonline.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Identity;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.Translated;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people can do meanwhile is told only where it can't be untrue. */
class ReporterTest {
    private static final Reporter REPORTER = new Reporter(
            new Identity(
                    Translated.same("Status"),
                    URI.create("https://status.example.org"),
                    List.of(Locale.ENGLISH),
                    ZoneOffset.UTC),
            Catalog.of(List.of(
                    service("messages", Optional.of("Calls still work.")),
                    service("rooms", Optional.of("Calls still work.")),
                    service("photos", Optional.of("The web site still works.")),
                    service("calls", Optional.empty()))));

    private static Service service(String id, Optional<String> workaround) {
        return new Service(
                new ServiceId(id), Translated.same(id), Optional.empty(), Set.of(), workaround.map(Translated::same));
    }

    private static Optional<String> workaround(String... services) {
        return REPORTER.workaround(Stream.of(services).map(ServiceId::new).toList(), Locale.ENGLISH);
    }

    @Test
    void of_one_service_it_is_what_the_file_says() {
        assertThat(workaround("messages")).contains("Calls still work.");
        assertThat(workaround("calls")).isEmpty();
    }

    @Test
    void of_several_it_is_told_if_it_is_the_same_for_all() {
        assertThat(workaround("messages", "rooms")).contains("Calls still work.");
    }

    @Test
    void a_way_out_that_may_be_in_trouble_itself_is_not_told() {
        assertThat(workaround("messages", "calls")).isEmpty();
        assertThat(workaround("messages", "photos")).isEmpty();
    }
}
