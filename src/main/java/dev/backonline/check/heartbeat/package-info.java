/** Is told by the service itself that it lives; silence is failure. */
@NullMarked
package dev.backonline.check.heartbeat;

import org.jspecify.annotations.NullMarked;
