/** Leaves a trace of what was told: from the answer that changed a verdict to each attempt at each network. */
@NullMarked
package dev.backonline.bot.trace;

import org.jspecify.annotations.NullMarked;
