package dev.backonline.store;

/**
 * What every store must do, whatever it keeps things in; its parts extend this, and {@link StoreTest} has them together. Each test
 * asks for an empty store.
 */
interface StoreContract {
    Store store();
}
