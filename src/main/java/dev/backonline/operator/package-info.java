/** Takes people's commands and other systems' signals, with authentication. */
@NullMarked
package dev.backonline.operator;

import org.jspecify.annotations.NullMarked;
