/** Makes several processes on one database work as one: they share out the checks, tell each other what they see, and one decides. */
@NullMarked
package dev.backonline.bot.share;

import org.jspecify.annotations.NullMarked;
