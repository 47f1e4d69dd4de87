/** Decides what a verdict, the time, or a person's command changes. */
@NullMarked
package dev.backonline.incident;

import org.jspecify.annotations.NullMarked;
