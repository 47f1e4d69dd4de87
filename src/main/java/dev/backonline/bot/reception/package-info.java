/** Takes in what is told to checks, and hands on what it means. */
@NullMarked
package dev.backonline.bot.reception;

import org.jspecify.annotations.NullMarked;
