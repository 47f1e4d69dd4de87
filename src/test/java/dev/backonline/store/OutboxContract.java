package dev.backonline.store;

/**
 * What every outbox must do: each arrow of a delivery, the order in its thread, what is due, what is open, and what a
 * crash or a moved clock leaves.
 */
interface OutboxContract
        extends AdvanceContract,
                ThreadContract,
                DueContract,
                OpenContract,
                RecoverContract,
                ShiftContract,
                RaceContract {}
