/** What is told of maintenances. */
@NullMarked
package dev.backonline.incident.upkeep;

import org.jspecify.annotations.NullMarked;
