/** Prints posts where the bot was started, as they would look on a network. */
@NullMarked
package dev.backonline.channel.console;

import org.jspecify.annotations.NullMarked;
