-- The names of services, checks and locations, by numbers that never change: what follows has them by the thousand.
CREATE TABLE history_name (
    id   BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

-- What was known of everything within one minute, hour or day, packed; minutes as each process has them, hours and days of all together.
CREATE TABLE history_bucket (
    width    TEXT NOT NULL,
    start_at BIGINT NOT NULL,
    writer   TEXT NOT NULL,
    contents BYTEA NOT NULL,
    PRIMARY KEY (width, start_at, writer)
);

-- Answers that were of another kind than the one before; check_name and location are numbers of names.
CREATE TABLE outcome_change (
    check_name BIGINT NOT NULL,
    location   BIGINT NOT NULL,
    at         BIGINT NOT NULL,
    kind       TEXT NOT NULL,
    took       BIGINT NOT NULL,
    reason     TEXT NOT NULL,
    PRIMARY KEY (check_name, location, at)
);

CREATE INDEX outcome_change_at ON outcome_change (at);
