/** Takes people's commands over HTTP: who they are, what they may see, what they order, and the record of it. */
@NullMarked
package dev.backonline.operator.command;

import org.jspecify.annotations.NullMarked;
