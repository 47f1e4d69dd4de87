package dev.backonline.store;

/** The fake keeps the contract too. */
class MemoryStoreTest implements StoreContract {
    @Override
    public Store store() {
        return new MemoryStore().store();
    }
}
