/** What several processes on one database share: who does what, and what each of them says to the others. */
@NullMarked
package dev.backonline.store.share;

import org.jspecify.annotations.NullMarked;
