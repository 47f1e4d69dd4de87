/** Keeps what is secret unreadable in the database. */
@NullMarked
package dev.backonline.store.seal;

import org.jspecify.annotations.NullMarked;
