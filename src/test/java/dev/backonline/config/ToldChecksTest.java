package dev.backonline.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.check.Receiving;
import dev.backonline.verdict.Confirmation;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that are told, in the file. */
class ToldChecksTest {
    private static final String GOOD = """
            page: { name: Example, url: https://status.example.org, languages: [en] }
            canaries: []
            services:
              photos:
                name: Photos
                fails: 3 of 5
                checks:
                  - { type: heartbeat, id: worker, token: made-up-token, every: 1m }
                  - { type: signal, from: alertmanager, token: made-up-token }
                  - { type: signal, from: alertmanager, token: made-up-token }
                  - { type: tcp, host: "localhost:80" }
            """;

    private static ConfigReader.Result read(String text) {
        return new ConfigReader(Plugins.installed(), _ -> Optional.empty()).read("backonline.yaml", text);
    }

    @Test
    void what_is_told_is_judged_at_once_and_what_is_asked_as_the_service_says() {
        var read = (ConfigReader.Read) read(GOOD);

        var rules = read.config().services().getFirst().rules();

        assertThat(rules.getFirst().fails()).isEqualTo(Confirmation.ONCE);
        assertThat(rules.getFirst().recovers()).isEqualTo(Confirmation.ONCE);
        assertThat(rules.getFirst().every()).isEqualTo(Receiving.AFFIRMED_EVERY);
        assertThat(rules.getLast().fails()).isEqualTo(new Confirmation(3, 5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "every: 1m | every: 1m, timeout: 3s | 8:82: services.photos.checks[0].timeout should be left out: a 'heartbeat' is told and not asked",
                "from: alertmanager | every: 5s, from: alertmanager | 9:32: services.photos.checks[1].every should be left out: a 'signal' is told and not asked",
                "type: tcp, host: \"localhost:80\" | type: heartbeat, id: worker, token: made-up-token | 11:32: services.photos.checks[3].id is that of services.photos.checks[0] already, and whoever calls would mean both",
                "canaries: [] | canaries: [ { type: signal, from: grafana, token: made-up-token } ] | 2:21: canaries[0].type should be one that asks: a 'signal' cannot tell whether our own connection works",
                "id: worker | id: My Worker | 8:32: services.photos.checks[0].id: 'My Worker' should be 1 to 40 small letters, digits and hyphens",
                "token: made-up-token, every | token: secret, every | 8:47: services.photos.checks[0].token should be at least 8 letters, digits or any of . _ ~ + / = -",
                "from: alertmanager | from: nagios | 9:31: services.photos.checks[1].from: 'nagios' should be one of alertmanager, grafana, cloudevents"
            })
    void a_mistake_is_told_where_it_is(String good, String bad, String mistake) {
        var spoilt = GOOD.replaceFirst(Pattern.quote(good), bad);

        var result = read(spoilt);

        assertThat(((ConfigReader.Mistaken) result).report("")).containsExactly("backonline.yaml:" + mistake + ".");
    }
}
