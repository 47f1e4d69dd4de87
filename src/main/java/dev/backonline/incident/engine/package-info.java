/** The state machine of incidents: pure functions of the situation and the time. */
@NullMarked
package dev.backonline.incident.engine;

import org.jspecify.annotations.NullMarked;
