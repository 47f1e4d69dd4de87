-- Incidents, what was told of them, and the deliveries that tell it.
-- Times are milliseconds since 1970 UTC, spans are milliseconds; names of states and kinds are in lower case.
-- PostgreSQL; the SQLite file of the same name says the same.
CREATE TABLE incident (
    id            TEXT NOT NULL PRIMARY KEY,
    version       BIGINT NOT NULL,
    status        TEXT NOT NULL,
    started_at    BIGINT NOT NULL,
    onset         BIGINT NOT NULL,
    published_at  BIGINT NOT NULL,
    resolved_at   BIGINT,
    next_still_at BIGINT
);

CREATE INDEX incident_published ON incident (published_at);
CREATE INDEX incident_resolved ON incident (resolved_at);

-- The state that was last told of each service that has a part in an incident, and the worst that was.
CREATE TABLE incident_service (
    incident TEXT NOT NULL REFERENCES incident (id),
    position BIGINT NOT NULL,
    service  TEXT NOT NULL,
    state    TEXT NOT NULL,
    since    BIGINT NOT NULL,
    worst    TEXT NOT NULL,
    PRIMARY KEY (incident, position)
);

-- What was decided, step by step; never changed. kind, services, since, until and next_update are the transition.
CREATE TABLE incident_update (
    incident    TEXT NOT NULL REFERENCES incident (id),
    number      BIGINT NOT NULL,
    at          BIGINT NOT NULL,
    status      TEXT NOT NULL,
    kind        TEXT NOT NULL,
    services    TEXT NOT NULL,
    since       BIGINT,
    until       BIGINT,
    next_update BIGINT,
    why         TEXT NOT NULL,
    PRIMARY KEY (incident, number)
);

-- One message for one recipient. version is for compare-and-set, fence the highest that any claim ever had.
CREATE TABLE delivery (
    id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version       BIGINT NOT NULL,
    incident      TEXT NOT NULL,
    update_number BIGINT NOT NULL,
    channel       TEXT NOT NULL,
    language      TEXT NOT NULL,
    created_at    BIGINT NOT NULL,
    state         TEXT NOT NULL,
    attempts      BIGINT NOT NULL,
    not_before    BIGINT NOT NULL,
    frozen_saying TEXT,
    frozen_key    TEXT,
    frozen_body   TEXT,
    frozen_text   TEXT,
    frozen_at     BIGINT,
    frozen_newest TEXT,
    frozen_doubted SMALLINT NOT NULL DEFAULT 0,
    parent_id     TEXT,
    parent_link   TEXT,
    posted_id     TEXT,
    posted_link   TEXT,
    lease_owner   TEXT,
    lease_until   BIGINT,
    fence         BIGINT NOT NULL DEFAULT 0,
    note          TEXT NOT NULL,
    FOREIGN KEY (incident, update_number) REFERENCES incident_update (incident, number)
);

-- A thread in order, and all of an incident.
CREATE INDEX delivery_thread ON delivery (incident, channel, language, id);
-- What a channel may work on, the oldest first.
CREATE INDEX delivery_due ON delivery (channel, id) WHERE state IN ('ready', 'unknown');
-- Which posts at the network are known to be ours.
CREATE INDEX delivery_posted ON delivery (channel, posted_id) WHERE posted_id IS NOT NULL;
-- What an owner left behind.
CREATE INDEX delivery_leased ON delivery (lease_until) WHERE lease_owner IS NOT NULL;
