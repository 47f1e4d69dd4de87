-- Incidents, what was told of them, and the deliveries that tell it.
-- Times are milliseconds since 1970 UTC, spans are milliseconds; names of states and kinds are in lower case.
-- SQLite; the PostgreSQL file of the same name says the same.
CREATE TABLE incident (
    id            TEXT NOT NULL PRIMARY KEY,
    version       INTEGER NOT NULL,
    status        TEXT NOT NULL,
    started_at    INTEGER NOT NULL,
    onset         INTEGER NOT NULL,
    published_at  INTEGER NOT NULL,
    resolved_at   INTEGER,
    next_still_at INTEGER
) STRICT;

CREATE INDEX incident_published ON incident (published_at);
CREATE INDEX incident_resolved ON incident (resolved_at);

-- The state that was last told of each service that has a part in an incident, and the worst that was.
CREATE TABLE incident_service (
    incident TEXT NOT NULL REFERENCES incident (id),
    position INTEGER NOT NULL,
    service  TEXT NOT NULL,
    state    TEXT NOT NULL,
    since    INTEGER NOT NULL,
    worst    TEXT NOT NULL,
    PRIMARY KEY (incident, position)
) STRICT;

-- What was decided, step by step; never changed. kind, services, since, until and next_update are the transition.
CREATE TABLE incident_update (
    incident    TEXT NOT NULL REFERENCES incident (id),
    number      INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    status      TEXT NOT NULL,
    kind        TEXT NOT NULL,
    services    TEXT NOT NULL,
    since       INTEGER,
    until       INTEGER,
    next_update INTEGER,
    why         TEXT NOT NULL,
    PRIMARY KEY (incident, number)
) STRICT;

-- One message for one recipient. version is for compare-and-set, fence the highest that any claim ever had.
CREATE TABLE delivery (
    id            INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version       INTEGER NOT NULL,
    incident      TEXT NOT NULL,
    update_number INTEGER NOT NULL,
    channel       TEXT NOT NULL,
    language      TEXT NOT NULL,
    created_at    INTEGER NOT NULL,
    state         TEXT NOT NULL,
    attempts      INTEGER NOT NULL,
    not_before    INTEGER NOT NULL,
    frozen_saying TEXT,
    frozen_key    TEXT,
    frozen_body   TEXT,
    frozen_text   TEXT,
    frozen_at     INTEGER,
    frozen_newest TEXT,
    frozen_doubted INTEGER NOT NULL DEFAULT 0,
    parent_id     TEXT,
    parent_link   TEXT,
    posted_id     TEXT,
    posted_link   TEXT,
    lease_owner   TEXT,
    lease_until   INTEGER,
    fence         INTEGER NOT NULL DEFAULT 0,
    note          TEXT NOT NULL,
    FOREIGN KEY (incident, update_number) REFERENCES incident_update (incident, number)
) STRICT;

-- A thread in order, and all of an incident.
CREATE INDEX delivery_thread ON delivery (incident, channel, language, id);
-- What a channel may work on, the oldest first.
CREATE INDEX delivery_due ON delivery (channel, id) WHERE state IN ('ready', 'unknown');
-- Which posts at the network are known to be ours.
CREATE INDEX delivery_posted ON delivery (channel, posted_id) WHERE posted_id IS NOT NULL;
-- What an owner left behind.
CREATE INDEX delivery_leased ON delivery (lease_until) WHERE lease_owner IS NOT NULL;
