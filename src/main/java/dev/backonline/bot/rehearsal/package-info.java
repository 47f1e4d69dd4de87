/** Plays what might happen, or did, in virtual time through the classes that serve: nothing is asked, and nothing leaves. */
@NullMarked
package dev.backonline.bot.rehearsal;

import org.jspecify.annotations.NullMarked;
