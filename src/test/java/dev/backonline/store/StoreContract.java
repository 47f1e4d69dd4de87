package dev.backonline.store;

/** What every store must do, whatever it keeps things in. */
interface StoreContract
        extends IncidentBookContract,
                LedgerContract,
                AdvanceContract,
                DueContract,
                RecoverContract,
                RaceContract,
                HistoryContract {}
