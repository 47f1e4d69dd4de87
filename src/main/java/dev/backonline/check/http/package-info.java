/** Asks by HTTP, and reads status, body and time of the answer. */
@NullMarked
package dev.backonline.check.http;

import org.jspecify.annotations.NullMarked;
