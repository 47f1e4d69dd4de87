/** Sends events to PagerDuty. */
@NullMarked
package dev.backonline.channel.pagerduty;

import org.jspecify.annotations.NullMarked;
