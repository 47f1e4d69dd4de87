/** Posts through webhooks of Slack. */
@NullMarked
package dev.backonline.channel.slackwebhook;

import org.jspecify.annotations.NullMarked;
