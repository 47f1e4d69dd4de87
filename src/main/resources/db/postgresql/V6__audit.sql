-- Who commanded what, and what came of it; never changed. PostgreSQL; the SQLite file of the same name says the same.
CREATE TABLE audit (
    id       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       BIGINT NOT NULL,
    operator TEXT NOT NULL,
    command  TEXT NOT NULL,
    result   TEXT NOT NULL
);
