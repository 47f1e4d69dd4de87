/** Says to operators that an alarm stands, and that it no longer does. */
@NullMarked
package dev.backonline.message.alarm;

import org.jspecify.annotations.NullMarked;
