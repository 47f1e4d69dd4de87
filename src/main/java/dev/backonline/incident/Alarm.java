package dev.backonline.incident;

import dev.backonline.catalog.ServiceId;
import dev.backonline.incident.Restraint.Draft;
import dev.backonline.incident.Restraint.Mute;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What operators must know, and the public must not; told to the channels that are internal ({@code incident.alarm}). Alarms are levels, as decisions are: one stands for as long as its cause does,
 * and {@code key} is the same for as long, so that whoever tells of it tells once. {@code why} is in words for operators.
 */
public sealed interface Alarm {
    String key();

    /** For people, who want no parts of a second. */
    default String why() {
        return reason(this).replaceAll("(:\\d\\d)\\.\\d{1,9}Z", "$1Z");
    }

    /** A claim waits for a person. */
    record ApprovalAwaited(Draft draft) implements Alarm {
        @Override
        public String key() {
            return "approval/%s/%s".formatted(draft.incident(), draft.at());
        }
    }

    /** A person speaks for this incident, and promised news by now. */
    record PromiseDue(IncidentId incident, Instant due) implements Alarm {
        @Override
        public String key() {
            return "promise/%s/%s".formatted(incident, due);
        }
    }

    /** Everything works again in an incident that a person speaks for, and nobody has said so. */
    record RecoveryUnsaid(IncidentId incident, Instant since) implements Alarm {
        @Override
        public String key() {
            return "recovery/%s/%s".formatted(incident, since);
        }
    }

    /** A promise of the automation's own was not kept in time. */
    record PromiseMissed(IncidentId incident, Instant due, String cause) implements Alarm {
        @Override
        public String key() {
            return "missed/%s/%s".formatted(incident, due);
        }
    }

    /** The file no longer names any service of an open incident, so that nothing will ever end it. */
    record ServicesGone(IncidentId incident, List<ServiceId> services) implements Alarm {
        public ServicesGone {
            services = List.copyOf(services);
        }

        @Override
        public String key() {
            return "gone/" + incident;
        }
    }

    /** The mute holds back what would be told. */
    record Silenced(Mute mute) implements Alarm {
        @Override
        public String key() {
            return "silenced/" + mute.since();
        }
    }

    /** A channel has had its posts for the day, so that this update is not told there. */
    record Capped(String channel, String note, IncidentId incident, int update) implements Alarm {
        @Override
        public String key() {
            return "capped/%s/%s".formatted(channel, incident);
        }
    }

    /** A post waits for a person to say what becomes of it. */
    record Held(String channel, long delivery, String note) implements Alarm {
        @Override
        public String key() {
            return "held/" + delivery;
        }
    }

    /** A network refuses a channel's credentials, so that the channel stands still. */
    record Refused(String channel, String fix) implements Alarm {
        @Override
        public String key() {
            return "refused/" + channel;
        }
    }

    /** A channel's credentials end soon, and nobody but a person can renew them. */
    record Expiring(String channel, Instant end) implements Alarm {
        @Override
        public String key() {
            return "expiring/%s/%s".formatted(channel, end);
        }
    }

    /** Services of which too few locations are heard: nothing is known of them. */
    record Unheard(List<ServiceId> services) implements Alarm {
        public Unheard {
            services = List.copyOf(services);
        }

        @Override
        public String key() {
            return "unheard";
        }
    }

    /** The database was away, and meanwhile nothing was decided and nothing told. */
    record Cutoff(Instant since, Instant until) implements Alarm {
        @Override
        public String key() {
            return "cutoff/" + since;
        }
    }

    /** The file was changed and has mistakes, so that this process goes on by what it read before; {@code first} is the first of them. */
    record Misread(String file, int mistakes, String first) implements Alarm {
        @Override
        public String key() {
            return "misread";
        }
    }

    /** So many alarms of one kind, {@code alike}, that they are told as one; {@code example} is why the first of them stands. */
    record Many(String alike, int count, String example) implements Alarm {
        @Override
        public String key() {
            return "many/" + alike;
        }
    }

    /** What it is called in the log, in figures and in the language files. */
    default String kind() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String reason(Alarm alarm) {
        return switch (alarm) {
            case ApprovalAwaited(var draft) -> "%s: waits for approval until %s".formatted(draft.why(), draft.until());
            case PromiseDue(var _, var due) ->
                "news was promised by %s, and a person speaks for this incident".formatted(due);
            case RecoveryUnsaid(var _, var since) ->
                "every service is healthy since %s, and a person speaks for this incident".formatted(since);
            case PromiseMissed(var _, var due, var cause) ->
                "news was promised by %s and has not come: %s".formatted(due, cause);
            case ServicesGone(var _, var services) ->
                "the file no longer names %s: resolve or correct the incident by hand".formatted(services);
            case Silenced(var mute) ->
                "muted by %s (%s), and there is something to be told".formatted(mute.by(), mute.why());
            case Capped(var channel, var note, var incident, var update) ->
                "%s: update %d of incident %s is not told on channel %s".formatted(note, update, incident, channel);
            case Held(var channel, var delivery, var note) ->
                "delivery %d on channel %s: %s".formatted(delivery, channel, note);
            case Refused(var channel, var fix) ->
                "channel %s stands still until that is mended: %s".formatted(channel, fix);
            case Expiring(var channel, var end) ->
                "the credentials of channel %s end at %s: give the file new ones before".formatted(channel, end);
            case Unheard(var services) ->
                "too few locations are heard of %s, and nothing is told of them meanwhile".formatted(services);
            case Cutoff(var since, var until) ->
                "the database was away from %s to %s, and nothing was decided or told".formatted(since, until);
            case Misread misread -> misread(misread);
            case Many(var alike, var count, var example) ->
                "%d alarms of the kind '%s', such as: %s".formatted(count, alike, example);
        };
    }

    private static String misread(Misread misread) {
        var more = misread.mistakes() == 1 ? "" : " and %d more".formatted(misread.mistakes() - 1);
        var first = misread.first().replaceFirst("\\.$", "");
        return "the bot goes on by the file as it was: %s%s".formatted(first, more);
    }
}
