/** The commands that speak to a running bot. */
@NullMarked
package dev.backonline.bot.remote;

import org.jspecify.annotations.NullMarked;
