package dev.backonline.page;

import dev.backonline.incident.Incident;
import dev.backonline.incident.Update;
import java.util.Locale;

/** Says an update of an incident in one language, as plain text. Called while rendering, once per language; must not block. */
@FunctionalInterface
public interface UpdateText {
    String of(Incident incident, Update update, Locale language);
}
