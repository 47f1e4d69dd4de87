package dev.backonline.incident;

/** Says in words for operators why an alarm stands. */
final class AlarmReason {
    private AlarmReason() {}

    static String of(Alarm alarm) {
        return switch (alarm) {
            case Alarm.ApprovalAwaited(var draft) ->
                "%s: waits for approval until %s".formatted(draft.why(), draft.until());
            case Alarm.PromiseDue(var _, var due) ->
                "news was promised by %s, and a person speaks for this incident".formatted(due);
            case Alarm.RecoveryUnsaid(var _, var since) ->
                "every service is healthy since %s, and a person speaks for this incident".formatted(since);
            case Alarm.PromiseMissed(var _, var due, var cause) ->
                "news was promised by %s and has not come: %s".formatted(due, cause);
            case Alarm.ServicesGone(var _, var services) ->
                "the file no longer names %s: resolve or correct the incident by hand".formatted(services);
            case Alarm.Silenced(var mute) ->
                "muted by %s (%s), and there is something to be told".formatted(mute.by(), mute.why());
            case Alarm.Capped(var channel, var note, var incident, var update) ->
                "%s: update %d of incident %s is not told on channel %s".formatted(note, update, incident, channel);
            case Alarm.Held(var channel, var delivery, var note) ->
                "delivery %d on channel %s: %s".formatted(delivery, channel, note);
            case Alarm.Refused(var channel, var fix) ->
                "channel %s stands still until that is mended: %s".formatted(channel, fix);
            case Alarm.Expiring(var channel, var end) ->
                "the credentials of channel %s end at %s: give the file new ones before".formatted(channel, end);
            case Alarm.Unheard(var services) ->
                "too few locations are heard of %s, and nothing is told of them meanwhile".formatted(services);
            case Alarm.Cutoff(var since, var until) ->
                "the database was away from %s to %s, and nothing was decided or told".formatted(since, until);
            case Alarm.Misread misread -> misread(misread);
            case Alarm.Many(var alike, var count, var example) ->
                "%d alarms of the kind '%s', such as: %s".formatted(count, alike, example);
        };
    }

    private static String misread(Alarm.Misread misread) {
        var more = misread.mistakes() == 1 ? "" : " and %d more".formatted(misread.mistakes() - 1);
        var first = misread.first().replaceFirst("\\.$", "");
        return "the bot goes on by the file as it was: %s%s".formatted(first, more);
    }
}
