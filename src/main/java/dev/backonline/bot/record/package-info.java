/** Reads what was recorded by others: rows, what their words mean, and how they were kept. */
@NullMarked
package dev.backonline.bot.record;

import org.jspecify.annotations.NullMarked;
