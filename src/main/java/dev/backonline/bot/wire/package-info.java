/** Carries HTTP exchanges over Vert.x: the one way out for checks and posts. */
@NullMarked
package dev.backonline.bot.wire;

import org.jspecify.annotations.NullMarked;
