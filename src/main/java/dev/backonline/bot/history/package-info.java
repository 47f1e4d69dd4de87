/** Keeps what was recorded of the services, and makes the page's history of it. */
@NullMarked
package dev.backonline.bot.history;

import org.jspecify.annotations.NullMarked;
