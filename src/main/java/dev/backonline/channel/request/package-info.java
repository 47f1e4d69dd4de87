/** Sends a request of the operator's own. */
@NullMarked
package dev.backonline.channel.request;

import org.jspecify.annotations.NullMarked;
