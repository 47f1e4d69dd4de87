/** What people may hold back or let go, and who hears of it. */
@NullMarked
package dev.backonline.bot.desk;

import org.jspecify.annotations.NullMarked;
