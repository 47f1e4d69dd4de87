package dev.backonline.bot;

import dev.backonline.bot.reload.Acceptance;
import dev.backonline.config.ConfigMistake;
import dev.backonline.page.web.Showcase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Alive: the bot decides and asks. Ready: a page is served; the database being away is no reason to take it out of service. */
@ApplicationScoped
class Health {
    /** Ours: it decides several times a second, so this is far beyond any pause worth waiting out. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final Bot bot;
    private final Showcase page;
    private final Acceptance acceptance;

    Health(Bot bot, Showcase page, Acceptance acceptance) {
        this.acceptance = acceptance;
        this.bot = bot;
        this.page = page;
    }

    @Produces
    @Liveness
    @ApplicationScoped
    HealthCheck decides() {
        return () -> HealthCheckResponse.named("decides")
                .status(bot.silence()
                        .map(silence -> silence.compareTo(LONGEST_SILENCE) < 0)
                        .orElse(true))
                .build();
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck serves() {
        return () -> HealthCheckResponse.named("serves")
                .status(page.site().isPresent())
                .build();
    }

    /** No reason to be taken out of service: a detail for whoever looks. */
    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck delivers() {
        return () -> HealthCheckResponse.named("deliveries")
                .up()
                .withData("held", bot.held())
                .withData("credentials-ending", String.join(", ", bot.ending()))
                .build();
    }

    /** No reason either: the bot goes on by the file as it was. */
    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck goesByTheFile() {
        return () -> HealthCheckResponse.named("file")
                .up()
                .withData("valid", acceptance.isAccepted())
                .withData("taken-in", acceptance.accepted().toString())
                .withData("mistakes", mistakes())
                .build();
    }

    private String mistakes() {
        return acceptance.mistakes().stream().map(ConfigMistake::toString).collect(Collectors.joining("\n"));
    }
}
