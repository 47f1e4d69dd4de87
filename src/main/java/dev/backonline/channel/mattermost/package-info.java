/** Posts to Mattermost. */
@NullMarked
package dev.backonline.channel.mattermost;

import org.jspecify.annotations.NullMarked;
