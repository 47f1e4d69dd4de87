/** Asks one service one question and notes the answer. */
@NullMarked
package dev.backonline.check;

import org.jspecify.annotations.NullMarked;
