/** Decides what operators are told of alarms: that one stands, and that it no longer does; each once, and many as one. */
@NullMarked
package dev.backonline.incident.alarm;

import org.jspecify.annotations.NullMarked;
