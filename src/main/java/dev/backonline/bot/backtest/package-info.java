/** Plays what was recorded, by the present rules and by others, and shows what would have been posted. */
@NullMarked
package dev.backonline.bot.backtest;

import org.jspecify.annotations.NullMarked;
