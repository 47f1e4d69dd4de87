package dev.backonline.outbox;

/** The number of a delivery, given by the ledger; later deliveries of a thread have higher ones. 0: not recorded yet. */
public record DeliveryId(long value) {
    public static final DeliveryId NEW = new DeliveryId(0);

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
