/** Reads what an upstream's own status page says, in the format of Statuspage's API, version 2. */
@NullMarked
package dev.backonline.check.statuspage;

import org.jspecify.annotations.NullMarked;
