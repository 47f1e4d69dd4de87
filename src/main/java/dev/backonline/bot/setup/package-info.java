/** Finds and reads what the bot is to do: the file, the demonstration in its place, and the proofs of every message. */
@NullMarked
package dev.backonline.bot.setup;

import org.jspecify.annotations.NullMarked;
