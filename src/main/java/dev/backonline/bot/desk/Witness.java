package dev.backonline.bot.desk;

import dev.backonline.incident.Alarm;
import dev.backonline.incident.Change;
import dev.backonline.incident.Decision;

/** Hears of every decision once it is written, and of what operators must know. Never blocks, never throws. */
public interface Witness {
    void told(Change change);

    /** Something was decided that nobody outside hears of. */
    void kept(Decision.Quiet decision);

    /** Whether alarms are worth finding out. */
    default boolean hearsAlarms() {
        return true;
    }

    /** It stands from now on: at a start, whatever stood before the end is raised again. */
    void raised(Alarm alarm);

    /** Its cause is gone. */
    void cleared(Alarm alarm);
}
