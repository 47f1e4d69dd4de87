-- A person's words: who said it, and the text by language as JSON; without a text, the usual one was told.
ALTER TABLE incident_update ADD COLUMN said_by TEXT;
ALTER TABLE incident_update ADD COLUMN said TEXT;

-- Claims that wait for a person. incident is the one that it belongs to, or that it will be; services as in incident_update.
CREATE TABLE draft (
    incident    TEXT NOT NULL PRIMARY KEY,
    services    TEXT NOT NULL,
    state       TEXT NOT NULL,
    at          INTEGER NOT NULL,
    until       INTEGER NOT NULL,
    approved_by TEXT,
    why         TEXT NOT NULL
) STRICT;

-- Trouble that is no news until it is over, or worse than this state.
CREATE TABLE dismissal (
    service TEXT NOT NULL PRIMARY KEY,
    state   TEXT NOT NULL,
    at      INTEGER NOT NULL,
    why     TEXT NOT NULL
) STRICT;

-- The kill switch: on while there is a row, of which there is one at most.
CREATE TABLE mute (
    id      INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    by_whom TEXT NOT NULL,
    since   INTEGER NOT NULL,
    why     TEXT NOT NULL
) STRICT;

-- When a bot was last there while something waited for a person: the time that people have runs only then.
CREATE TABLE pulse (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    at INTEGER NOT NULL
) STRICT;

-- How many posts a channel has had today.
CREATE INDEX delivery_created ON delivery (channel, created_at);
