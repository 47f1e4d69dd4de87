package dev.backonline.store;

/** What every store must do, whatever it keeps things in. */
interface StoreContract
        extends IncidentBookContract,
                LedgerContract,
                AdvanceContract,
                ThreadContract,
                DueContract,
                RecoverContract,
                RaceContract,
                HistoryContract {}
