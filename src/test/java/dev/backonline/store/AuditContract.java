package dev.backonline.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.operator.command.Audit.Entry;
import dev.backonline.operator.door.OperatorName;
import org.junit.jupiter.api.Test;

/** What is written down of commands stays, and comes back the newest first. */
interface AuditContract extends StoreContract {
    private static Entry entry(int number) {
        return new Entry(
                Samples.NOW.plusSeconds(number),
                new OperatorName("anna"),
                "resolve incident %d".formatted(number),
                "refused: it's over");
    }

    @Test
    default void commands_are_read_the_newest_first() {
        var audit = store().audit();
        audit.note(entry(1));
        audit.note(entry(2));
        audit.note(entry(3));

        var newest = audit.newest(2);

        assertThat(newest).containsExactly(entry(3), entry(2));
    }
}
