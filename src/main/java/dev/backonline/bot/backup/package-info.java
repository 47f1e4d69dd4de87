/** The command that copies what is kept. */
@NullMarked
package dev.backonline.bot.backup;

import org.jspecify.annotations.NullMarked;
