/** The folder that SQLite's file is in, for one process at a time. */
@NullMarked
package dev.backonline.store.file;

import org.jspecify.annotations.NullMarked;
