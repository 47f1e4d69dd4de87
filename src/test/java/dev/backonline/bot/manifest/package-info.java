/** What is in deploy/, read as a cluster reads it, and held to rules. */
@NullMarked
package dev.backonline.bot.manifest;

import org.jspecify.annotations.NullMarked;
