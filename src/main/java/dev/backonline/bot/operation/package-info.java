/** What one configuration sets in motion: from the first question to the last post. */
@NullMarked
package dev.backonline.bot.operation;

import org.jspecify.annotations.NullMarked;
