/** Kills the engine at every step that it takes, and counts what the networks have made of it. */
@NullMarked
package dev.backonline.bot.crash;

import org.jspecify.annotations.NullMarked;
