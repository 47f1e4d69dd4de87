/** Notices that the file was changed, and says what is to come of it. */
@NullMarked
package dev.backonline.bot.reload;

import org.jspecify.annotations.NullMarked;
