package dev.backonline.store;

/** A test of a store: each of its methods gets an empty one. */
interface Kept {
    Store store();
}
