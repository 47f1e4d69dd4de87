package dev.backonline.check.signal;

import dev.backonline.check.Notice;
import dev.backonline.check.Receiving;
import dev.backonline.check.ReceivingContract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** Each sender's messages. */
class SignalContractTest {
    abstract static class EverySender extends ReceivingContract<SignalSettings, List<Alert>> {
        abstract Sender sender();

        @Override
        protected Receiving<SignalSettings, List<Alert>> kind() {
            return new SignalKind();
        }

        @Override
        protected SignalSettings settings() {
            return Payloads.settings(sender(), Map.of());
        }

        @Override
        protected Duration patience() {
            return Duration.ofMinutes(10);
        }
    }

    @Nested
    class OfAlertmanager extends EverySender {
        @Override
        Sender sender() {
            return Sender.ALERTMANAGER;
        }

        @Override
        protected Notice failing() {
            return Payloads.alertmanager(Payloads.firing("HighErrors"));
        }

        @Override
        protected Notice well() {
            return Payloads.alertmanager(Payloads.resolved("HighErrors"));
        }
    }

    @Nested
    class OfGrafana extends EverySender {
        @Override
        Sender sender() {
            return Sender.GRAFANA;
        }

        @Override
        protected Notice failing() {
            return Payloads.grafana(Payloads.firing("High errors"));
        }

        @Override
        protected Notice well() {
            return Payloads.grafana(Payloads.resolved("High errors"));
        }
    }

    @Nested
    class OfCloudEvents extends EverySender {
        @Override
        Sender sender() {
            return Sender.CLOUDEVENTS;
        }

        @Override
        protected Notice failing() {
            return Payloads.event("1", "com.example.alert.firing", "");
        }

        @Override
        protected Notice well() {
            return Payloads.event("2", "com.example.alert.resolved", "");
        }
    }
}
