/** Says a transition in one language within one length. */
@NullMarked
package dev.backonline.message;

import org.jspecify.annotations.NullMarked;
