/** A store that keeps everything in memory and is gone with it: for rehearsals and backtests, which may not touch a database. */
@NullMarked
package dev.backonline.store.memory;

import org.jspecify.annotations.NullMarked;
