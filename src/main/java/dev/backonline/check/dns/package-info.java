/** Asks a resolver for the records of a name (RFC 1035). */
@NullMarked
package dev.backonline.check.dns;

import org.jspecify.annotations.NullMarked;
