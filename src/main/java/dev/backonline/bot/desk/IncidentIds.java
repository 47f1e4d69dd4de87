package dev.backonline.bot.desk;

import dev.backonline.incident.IncidentId;
import java.security.SecureRandom;
import java.util.function.Supplier;

/** Draws new incidents' ids: twelve of thirty-six characters, so that two never meet. */
public final class IncidentIds implements Supplier<IncidentId> {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 12;

    private final SecureRandom random = new SecureRandom();

    @Override
    public IncidentId get() {
        return new IncidentId(random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString());
    }
}
