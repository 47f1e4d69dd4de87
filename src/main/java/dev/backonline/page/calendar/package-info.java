/** Planned maintenances as a calendar, and what was told of them before. */
@NullMarked
package dev.backonline.page.calendar;

import org.jspecify.annotations.NullMarked;
