-- The names of services, checks and locations, by numbers that never change: what follows has them by the thousand.
CREATE TABLE history_name (
    id   INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- What was known of everything within one minute, hour or day, packed; minutes as each process has them, hours and days of all together.
CREATE TABLE history_bucket (
    width    TEXT NOT NULL,
    start_at INTEGER NOT NULL,
    writer   TEXT NOT NULL,
    contents BLOB NOT NULL,
    PRIMARY KEY (width, start_at, writer)
) STRICT;

-- Answers that were of another kind than the one before; check_name and location are numbers of names.
CREATE TABLE outcome_change (
    check_name INTEGER NOT NULL,
    location   INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    took       INTEGER NOT NULL,
    reason     TEXT NOT NULL,
    PRIMARY KEY (check_name, location, at)
) STRICT, WITHOUT ROWID;

CREATE INDEX outcome_change_at ON outcome_change (at);
