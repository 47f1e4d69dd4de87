-- What a held delivery waits for: doubt, credentials, address.
ALTER TABLE delivery ADD COLUMN hold TEXT;

-- All that is not at its end: for people who ask, and for figures.
CREATE INDEX delivery_open ON delivery (id) WHERE state IN ('waiting', 'ready', 'sending', 'unknown', 'held');

-- What a network gave us in place of what the file says, encrypted; version is for compare-and-set.
CREATE TABLE credential (
    channel TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    sealed  TEXT NOT NULL
);
