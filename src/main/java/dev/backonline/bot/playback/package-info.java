/** Runs the operation itself in virtual time, over recorded or made-up answers. */
@NullMarked
package dev.backonline.bot.playback;

import org.jspecify.annotations.NullMarked;
