/** Looks out for what operators must know, and has them told. */
@NullMarked
package dev.backonline.bot.alarm;

import org.jspecify.annotations.NullMarked;
