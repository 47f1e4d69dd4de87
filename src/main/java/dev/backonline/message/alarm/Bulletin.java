package dev.backonline.message.alarm;

import dev.backonline.catalog.Identity;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Transition.Alarmed;
import dev.backonline.incident.Update;
import dev.backonline.message.Facts;
import dev.backonline.message.Limit;
import dev.backonline.message.Message;
import dev.backonline.message.Phrases;
import dev.backonline.message.Renderer;
import dev.backonline.message.Saying;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words an alarm for operators: what it is in their language, why it stands (in English, as the log says it), and what helps. A reason that is
 * too long for the network is cut, and says so: the whole one is in the log and in {@code incidents ID}.
 */
public record Bulletin(Identity identity, Renderer renderer) {
    private static final String CUT = "…";

    /** By whom, and when, it is read. */
    public record Reader(Locale language, Instant at) {}

    /** Empty if not even without its reason it fits. */
    public Optional<Message> fit(Incident story, Update update, Reader reader, Limit limit) {
        if (!(update.transition() instanceof Alarmed alarmed)) {
            throw new IllegalArgumentException(
                    "update %d of %s tells of no alarm".formatted(update.number(), story.id()));
        }
        var saying = Saying.of(alarmed);
        var why = update.why();
        var facts = facts(story, update, alarmed, reader);
        var fitting = renderer.fit(reader.language(), saying, facts.saying(why), limit);
        while (fitting.isEmpty() && !why.isEmpty()) {
            why = shorter(why);
            fitting = renderer.fit(reader.language(), saying, facts.saying(why), limit);
        }
        return fitting;
    }

    /** By a tenth, and never in the middle of a character of two parts. */
    private static String shorter(String why) {
        var length = why.length() - CUT.length() - Math.max(1, why.length() / 10);
        if (length <= 0) {
            return "";
        }
        var end = Character.isHighSurrogate(why.charAt(length - 1)) ? length - 1 : length;
        return why.substring(0, end) + CUT;
    }

    private Facts facts(Incident story, Update update, Alarmed alarmed, Reader reader) {
        var facts = new Facts(
                List.of(),
                identity.name().in(reader.language()),
                identity.url(),
                identity.zone(),
                reader.at(),
                story.onsetOf(update),
                alarmed.stands() ? Optional.empty() : Optional.of(update.at()),
                Optional.empty(),
                alarmed.remedy(),
                Optional.empty(),
                Optional.empty());
        return facts.entitled(what(alarmed, reader.language(), facts));
    }

    /** A kind that this version has no words for is called by its name. */
    private String what(Alarmed alarmed, Locale language, Facts read) {
        var spoken = renderer.spoken(language);
        var text = spoken.alarms().getOrDefault(alarmed.kind(), alarmed.kind());
        var phrases = new Phrases(spoken);
        for (var fact : alarmed.facts().entrySet()) {
            text = text.replace("{" + fact.getKey() + "}", said(fact.getValue(), phrases, read));
        }
        return text;
    }

    private static String said(String fact, Phrases phrases, Facts read) {
        try {
            return phrases.moment(Instant.parse(fact), read);
        } catch (DateTimeParseException _) {
            return fact;
        }
    }
}
