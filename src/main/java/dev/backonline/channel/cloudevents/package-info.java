/** Updates as CloudEvents 1.0 in JSON. */
@NullMarked
package dev.backonline.channel.cloudevents;

import org.jspecify.annotations.NullMarked;
