/** Knows how things are now: verdicts, our own side, and planned maintenances. */
@NullMarked
package dev.backonline.bot.watch;

import org.jspecify.annotations.NullMarked;
