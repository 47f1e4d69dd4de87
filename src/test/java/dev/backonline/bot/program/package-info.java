/** Runs the packaged program as a user would: the jar, or the native executable where there is one. */
@NullMarked
package dev.backonline.bot.program;

import org.jspecify.annotations.NullMarked;
