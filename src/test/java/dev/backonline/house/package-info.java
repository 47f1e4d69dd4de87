/** The rules of the house: what the code must look like, held by tests rather than by memory. */
@NullMarked
package dev.backonline.house;

import org.jspecify.annotations.NullMarked;
