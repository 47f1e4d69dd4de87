/** Letters in ASCII: RFC 5322, 2045 and 2047. */
@NullMarked
package dev.backonline.channel.mime;

import org.jspecify.annotations.NullMarked;
