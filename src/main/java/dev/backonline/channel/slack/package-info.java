/** Posts to Slack. */
@NullMarked
package dev.backonline.channel.slack;

import org.jspecify.annotations.NullMarked;
