/** Keeps incidents and deliveries; the only package with SQL. */
@NullMarked
package dev.backonline.store;

import org.jspecify.annotations.NullMarked;
