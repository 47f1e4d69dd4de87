/** Has checks asked at their own intervals: spread, never overlapping, never catching up. */
@NullMarked
package dev.backonline.bot.pace;

import org.jspecify.annotations.NullMarked;
