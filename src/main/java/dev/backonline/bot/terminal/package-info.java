/** Where commands write, and what they tell their caller in the end. */
@NullMarked
package dev.backonline.bot.terminal;

import org.jspecify.annotations.NullMarked;
