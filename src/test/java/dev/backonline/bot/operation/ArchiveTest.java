package dev.backonline.bot.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.verdict.Verdict;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArchiveTest {
    private static final Optional<ServiceState> MAINTENANCE = Optional.of(ServiceState.UNDER_MAINTENANCE);
    private static final Optional<ServiceState> UP = Optional.of(ServiceState.OPERATIONAL);
    private static final Optional<ServiceState> PARTIAL = Optional.of(ServiceState.PARTIAL_OUTAGE);
    private static final Optional<ServiceState> MAJOR = Optional.of(ServiceState.MAJOR_OUTAGE);

    private static final ServiceId CHAT = new ServiceId("chat");
    private static final Instant THEN = Instant.parse("2026-06-18T12:00:00Z");
    private static final Verdict HEALTHY = new Verdict.Healthy(CHAT, THEN);
    private static final Verdict UNKNOWN = new Verdict.Unknown(CHAT, THEN, "not observed yet");
    private static final Verdict FAILING = new Verdict.Failing(CHAT, ServiceState.MAJOR_OUTAGE, THEN, THEN, "HTTP 503");

    @Test
    void a_service_under_maintenance_counts_so_whether_it_works_fails_or_is_not_known() {
        assertThat(Archive.maintained(HEALTHY, UP)).isEqualTo(MAINTENANCE);
        assertThat(Archive.maintained(UNKNOWN, Optional.empty())).isEqualTo(MAINTENANCE);
        assertThat(Archive.maintained(FAILING, UP)).isEqualTo(MAINTENANCE);
        assertThat(Archive.maintained(FAILING, MAINTENANCE)).isEqualTo(MAINTENANCE);
    }

    @Test
    void trouble_that_a_maintenance_found_counts_until_it_is_over() {
        assertThat(Archive.maintained(FAILING, PARTIAL)).isEqualTo(MAJOR);
        assertThat(Archive.maintained(HEALTHY, MAJOR)).isEqualTo(MAINTENANCE);
    }
}
