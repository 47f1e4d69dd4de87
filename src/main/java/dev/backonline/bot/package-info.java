/** Knows everyone: wires, schedules, leases, starts and stops; the command line. */
@NullMarked
package dev.backonline.bot;

import org.jspecify.annotations.NullMarked;
