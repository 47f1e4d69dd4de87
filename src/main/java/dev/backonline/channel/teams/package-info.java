/** Posts to Microsoft Teams. */
@NullMarked
package dev.backonline.channel.teams;

import org.jspecify.annotations.NullMarked;
